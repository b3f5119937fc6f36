// Tokens: exact offsets, whatever the characters; abbreviations, contractions and marks told apart.

import { mendNames } from '../../src/extraction/tokens/names';
import { tagPartsOfSpeech } from '../../src/extraction/tokens/partsOfSpeech';
import { tokenise } from '../../src/extraction/tokens/tokenise';

const words = (text: string): string =>
  tokenise(text, 0, text.length)
    .map(({ text: word }) => word)
    .join(' ');

test.each([
  ['contractions come apart', 'I don’t think it’s done', 'I do n’t think it ’s done'],
  ['straight ones too', "They'd gone, hadn't they", "They 'd gone , had n't they"],
  [
    'names keep their apostrophe',
    "Ms. O'Brien-Smith met D’Angelo",
    "Ms. O'Brien-Smith met D’Angelo",
  ],
  [
    'titles and initials keep their stop',
    'Sen. J. K. Roe of St. Ives',
    'Sen. J. K. Roe of St. Ives',
  ],
  ['"No." only before a number', 'No. 10 said no. Then', 'No. 10 said no . Then'],
  [
    'abbreviations that are words need a capital',
    'a good wash. Then Wash. state',
    'a good wash . Then Wash. state',
  ],
  ['initialisms', 'the U.S. at 6 p.m. today', 'the U.S. at 6 p.m. today'],
  ['party and state', 'Ann Lee (D-N.Y.), R-Wis.', 'Ann Lee ( D-N.Y. ) , R-Wis.'],
  ['numbers', '£1,000.50 at 10:30 on the 5th', '£ 1,000.50 at 10:30 on the 5th'],
  [
    'addresses without their last stop',
    'see https://x.example/a?b=c.',
    'see https://x.example/a?b=c .',
  ],
  ['handles', '@mayor on #budget', '@mayor on #budget'],
  ['doubled marks are one', "``Well,'' he said... -- no", "`` Well , '' he said ... -- no"],
  ['many of a kind are one', '===== a', '===== a'],
  ['emoji stay whole', 'go 😀 on', 'go 😀 on'],
  ['non-breaking and wide spaces part words', 'a\u00a0b\u2003c', 'a b c'],
  ['accents, also combining ones', 'nai\u0308ve café', 'nai\u0308ve café'],
])('%s', (_title, text, expected) => {
  expect(words(text)).toBe(expected);
});

test('tokens stand where their text stands, and never within a surrogate pair', () => {
  const text = 'He said 😀 “no” \ud800 to J. K. Roe’s plan…';
  for (const token of tokenise(text, 0, text.length)) {
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(/^[\udc00-\udfff]/.test(token.text) && token.text.length === 2).toBe(false);
  }
});

test('parts of speech stay in step with the tokens behind a contraction', () => {
  const text = 'I’m glad we won’t go, she said';
  const tokens = tokenise(text, 0, text.length);
  const tags = tagPartsOfSpeech(tokens);
  const tagOf = (word: string) => tags[tokens.findIndex((token) => token.text === word)];
  expect(tags).toHaveLength(tokens.length);
  expect([tagOf('’m'), tagOf('n’t'), tagOf('she'), tagOf('said')]).toEqual([
    'AUX',
    'PART',
    'PRON',
    'VERB',
  ]);
});

test('names that look like verbs are names in mid-sentence, and before a reporting verb', () => {
  const text = '“Fine,” Ebeling said';
  const tokens = tokenise(text, 0, text.length);
  const mended = mendNames(tokens, ['PUNCT', 'ADJ', 'PUNCT', 'PUNCT', 'VERB', 'VERB']);
  expect(mended[4]).toBe('PROPN');
});

test('words that every object has are words like others', () => {
  const tokens = tokenise('constructor __proto__ toString', 0, 30);
  expect(tokens.map(({ text }) => text)).toEqual(['constructor', '__proto__', 'toString']);
  expect(tagPartsOfSpeech(tokens)).toHaveLength(3);
});
