// Statements to cite, made from a text and the words of it that were said.

import type { Citable } from '../../src/citation';

interface Choice extends Omit<Partial<Citable>, 'content' | 'sentence' | 'article'> {
  readonly text?: string;
  readonly said?: readonly string[];
  readonly sentence?: string;
  readonly article?: Partial<Citable['article']>;
}

export const TEXT =
  'The president spoke for long.\n\n"Neighbours cannot be chosen, but friendships can," Halvik said. "This tree will outlive us both."';

/** A direct statement in two spans, unless told otherwise. */
export function citable(choice: Choice = {}): Citable {
  const {
    text = TEXT,
    said = [
      '"Neighbours cannot be chosen, but friendships can,"',
      '"This tree will outlive us both."',
    ],
    sentence = said[0] ?? '',
    article = {},
    ...rest
  } = choice;
  const quote = (exact: string) => {
    const start = text.indexOf(exact);
    if (start === -1) throw new Error(`the text does not have ${exact}`);
    return { start, end: start + exact.length, exact };
  };
  return {
    id: '019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
    form: 'direct',
    negated: false,
    content: said.map(quote),
    sentence: quote(sentence),
    source: 'Halvik',
    speakers: [{ name: 'Joren Halvik', type: 'person' }],
    engine: { name: 'verbatim-learned', version: '1.0.0' },
    createdAt: new Date('2026-11-25T09:40:00Z'),
    ...rest,
    article: {
      id: '019ab3f2-69ff-7d3c-8c11-5a0f3b7c2d40',
      url: 'https://herald.example/summit',
      title: 'Serrane and Kestria vow to finish railway',
      publication: 'The Sample Herald',
      byline: 'Nadia Perrault',
      publishedAt: new Date('2026-05-12T16:40:00Z'),
      revision: 1,
      text,
      ...article,
    },
  };
}

/** Of an article nothing is known but its text. */
export const UNKNOWN: Partial<Citable['article']> = {
  url: null,
  title: null,
  publication: null,
  byline: null,
  publishedAt: null,
};

/** Headlines that try to be more than words. */
export const HOSTILE_TITLES: readonly string[] = [
  'Mayor {resigns',
  'Mayor }, note = {x}}',
  '100% of $5 & #1_a ^ ~ \\input{secrets}',
  'Line one\nER  - \r\nTY  - BOOK',
  '<i>Tilted</i> <script>alert(1)</script>',
  'He said "no" and ‘yes’',
  'Мэр 市長 \u{1F981} ė',
  '@article{evil, title={x}}',
];
