// A text directive of the WICG specification "URL Fragment Text Directives", and how it is written into an address.

export interface TextDirective {
  readonly prefix?: string;
  readonly textStart: string;
  /** With it, everything from `textStart` to here is meant, across blocks. */
  readonly textEnd?: string;
  readonly suffix?: string;
}

/** The address that leads a browser to these words on the page; a fragment that it has already is kept. */
export function addressWith(url: string, directives: readonly TextDirective[]): string {
  const [page = url] = normalised(url).split(':~:');
  const fragment = page.includes('#') ? '' : '#';
  return `${page}${fragment}:~:${directives.map(written).join('&')}`;
}

function written({ prefix, textStart, textEnd, suffix }: TextDirective): string {
  const terms = [
    ...(prefix === undefined ? [] : [`${encoded(prefix)}-`]),
    encoded(textStart),
    ...(textEnd === undefined ? [] : [encoded(textEnd)]),
    ...(suffix === undefined ? [] : [`-${encoded(suffix)}`]),
  ];
  return `text=${terms.join(',')}`;
}

/** A dash, a comma or an ampersand would be read as the directive's own. */
function encoded(term: string): string {
  return encodeURIComponent(term).replace(
    /[-!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** In ASCII, as lists of addresses want it; what no parser takes stays as it was published. */
function normalised(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
