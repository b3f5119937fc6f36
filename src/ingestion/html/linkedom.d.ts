// linkedom's own types call its CommonJS build an ES module, which the compiler then will not let us require.
declare module 'linkedom' {
  export function parseHTML(html: string): { readonly document: unknown };
}
