// What of a statement may be shown, and as whose words: the speaker's own only where the article has them in quotation
// marks, the reporter's otherwise.

import type { Citable, CitedQuote } from './types';

export interface Wording {
  /** One line; quotation marks around the whole are gone, those within it stay. */
  readonly text: string;
  /** Whether these are the speaker's own words, so that quotation marks may be put around them. */
  readonly verbatim: boolean;
}

/** Pairs of quotation marks; a paragraph of a long quotation opens with a mark and closes without one. */
const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  "'": "'",
};
const CLOSING = new Set(Object.values(PAIRS));
const OPENER: Readonly<Record<string, string>> = { '”': '“', '“': '„', '»': '«', '’': '‘' };
const QUOTED = /"([^"]+)"|“([^“”]+)”|«([^«»]+)»/g;

/** Spans this near to each other have only white space and quotation marks between them. */
const ADJOINING = 4;

/** The words to cite a statement by. */
export function wordingOf(
  statement: Pick<Citable, 'negated' | 'form' | 'content' | 'sentence'>,
): Wording {
  // 'Ruiz denied that talks had been held': the content alone would have her claim what she denies.
  if (statement.negated) return { text: line(statement.sentence.exact), verbatim: false };
  const verbatim = statement.form === 'direct';
  const parts = statement.content.map((quote) => (verbatim ? unquoted(quote).exact : quote.exact));
  let text = '';
  parts.forEach((part, index) => {
    const before = statement.content[index - 1];
    const here = statement.content[index];
    if (before !== undefined && here !== undefined) {
      // '"Neighbours cannot be chosen," Halvik said. "This tree …"': between the two stood words that are not his.
      text += here.start - before.end <= ADJOINING ? ' ' : ' […] ';
    }
    text += part;
  });
  return { text: line(text), verbatim };
}

/** The pieces in quotation marks of a mixed statement: 'the "rumours" were harmful'. */
export function quotedPieces(statement: Citable): string[] {
  if (statement.form !== 'mixed' || statement.negated) return [];
  return statement.content.flatMap(({ exact }) =>
    [...exact.matchAll(QUOTED)].map((match) => line(match[1] ?? match[2] ?? match[3] ?? '')),
  );
}

/** The span without the quotation marks around it; marks around a part of it stay. */
export function unquoted({ start, end, exact }: CitedQuote): CitedQuote {
  const lead = exact.charAt(0) in PAIRS ? 1 : 0;
  const trail = exact.length > lead && closesTheWhole(exact, lead) ? 1 : 0;
  return {
    start: start + lead,
    end: end - trail,
    exact: exact.slice(lead, exact.length - trail),
  };
}

/** 'the ward “good”' ends in a mark that closes a part, "the dockers’" in an apostrophe. */
function closesTheWhole(exact: string, lead: number): boolean {
  const last = exact.at(-1) ?? '';
  if (!CLOSING.has(last) || (lead === 0 && /['’]/.test(last))) return false;
  const within = exact.slice(lead, -1);
  if (last === '"' || last === "'") return within.split(last).length % 2 === 1;
  const openers = within.split(OPENER[last] ?? last).length;
  return openers <= within.split(last).length;
}

/**
 * Who spoke, to be printed: names where they are known; for an unnamed speaker, and one who could not be resolved, no
 * more than the article's own words, and of those not a bare pronoun.
 */
export function speakerLabel(statement: Citable): string | null {
  if (statement.speakers.length > 0)
    return joined(statement.speakers.map(({ name }) => line(name)));
  const source = statement.source === null ? '' : line(statement.source);
  return source === '' || PRONOUN.test(source) ? null : source;
}

const PRONOUN = /^(?:s?he|it|they|we|i|you|who|one|those|these|this|that|some|others|many)$/i;

/** "Xi", "Xi and Tokayev", "Xi, Tokayev and Li". */
function joined(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** As one line, without control characters. */
export function line(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
