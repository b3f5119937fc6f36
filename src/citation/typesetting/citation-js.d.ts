// As much of citation-js as is used here; it has no types of its own.
declare module '@citation-js/core' {
  export class Cite {
    constructor(
      works: readonly object[],
      options: { readonly generateGraph: boolean; readonly forceType: string },
    );
    format(output: 'bibliography' | 'citation', options: object): string;
  }
  export const plugins: {
    readonly config: {
      get(name: '@csl'): { readonly styles: { add(name: string, xml: string): void } };
    };
  };
}

declare module '@citation-js/plugin-csl';
