// Paragraphs and sentences.

import { readDocument } from '../../src/extraction/document';
import { wordsOf } from '../support/extraction';

const sentences = (text: string): string[] =>
  readDocument(text).sentences.map((sentence) => wordsOf(text, sentence));

test.each([
  ['plain', 'He came. She left.', ['He came.', 'She left.']],
  [
    'titles and initials',
    'Sen. J. K. Roe spoke. Dr. Lee did not.',
    ['Sen. J. K. Roe spoke.', 'Dr. Lee did not.'],
  ],
  [
    'an initialism before an ordinary first word',
    'It is in the U.S. The firm knew.',
    ['It is in the U.S.', 'The firm knew.'],
  ],
  [
    'an initialism before a name',
    'He met U.S. President Ann Lee there.',
    ['He met U.S. President Ann Lee there.'],
  ],
  [
    'a number',
    'It ranks No. 10 with 3.5 points. Good.',
    ['It ranks No. 10 with 3.5 points.', 'Good.'],
  ],
  [
    'the stop inside the marks',
    'He said “no.” She said “yes.”',
    ['He said “no.”', 'She said “yes.”'],
  ],
  [
    'a question with its tag',
    '“Really?” he said. “Stop!” Obama said. Fine.',
    ['“Really?” he said.', '“Stop!” Obama said.', 'Fine.'],
  ],
  [
    'a tag that says more',
    '“You think so?” Roe asked reporters on Friday.',
    ['“You think so?” Roe asked reporters on Friday.'],
  ],
  ['an ellipsis in mid-sentence', 'He was … not there. Then…', ['He was … not there.', 'Then…']],
  ['no stop at the end', 'A headline without stop', ['A headline without stop']],
  [
    'a line break ends a paragraph',
    'A headline\nThe text begins.',
    ['A headline', 'The text begins.'],
  ],
  [
    'hard-wrapped lines do not',
    'The minister, who had come from the capital that day, said\nthat nothing would change.',
    ['The minister, who had come from the capital that day, said that nothing would change.'],
  ],
])('%s', (_title, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('paragraphs are trimmed and none is empty', () => {
  const text = '  one \r\n\r\n \t \n two\u2029three ';
  expect(readDocument(text).paragraphs.map((span) => text.slice(span.start, span.end))).toEqual([
    'one',
    'two',
    'three',
  ]);
});
