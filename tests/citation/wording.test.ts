// What of a statement may be shown, as whose words, and under which name.

import { quotedPieces, speakerLabel, unquoted, wordingOf } from '../../src/citation/wording';
import { citable } from './citable';

describe('the words', () => {
  test('of a split quotation have a mark where the reporter came in between', () => {
    expect(wordingOf(citable())).toEqual({
      text: 'Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.',
      verbatim: true,
    });
  });

  test('of a quotation over two paragraphs are joined', () => {
    const text = '“It was cold.\n\n“We waited,” she said.';
    expect(wordingOf(citable({ text, said: ['“It was cold.', '“We waited,”'] })).text).toBe(
      'It was cold. We waited,',
    );
  });

  test('of a paraphrase are the reporter’s', () => {
    const text = 'Halvik said the "rumours" were harmful.';
    const mixed = citable({ text, said: ['the "rumours" were harmful'], form: 'mixed' });
    expect(wordingOf(mixed)).toEqual({ text: 'the "rumours" were harmful', verbatim: false });
    expect(quotedPieces(mixed)).toEqual(['rumours']);
  });

  test('of a denial are the whole sentence: nobody is made to claim what he denies', () => {
    const text = 'Ruiz denied that "talks" had been held.';
    const denial = citable({
      text,
      said: ['that "talks" had been held'],
      sentence: text,
      form: 'mixed',
      negated: true,
    });
    expect(wordingOf(denial)).toEqual({ text, verbatim: false });
    expect(quotedPieces(denial)).toEqual([]);
  });
});

test.each([
  ['"Yes."', 'Yes.'],
  ['“It was cold.', 'It was cold.'],
  ['and so on.”', 'and so on.'],
  ['the ward “good”', 'the ward “good”'],
  ['the ward "good"', 'the ward "good"'],
  ['“He said ‘no’”', 'He said ‘no’'],
  ['the dockers’', 'the dockers’'],
  ['"', ''],
])('%j without the marks around it is %j', (exact, bare) => {
  const span = unquoted({ start: 10, end: 10 + exact.length, exact });
  expect(span.exact).toBe(bare);
  expect(span.end - span.start).toBe(bare.length);
  expect(exact.slice(span.start - 10, span.end - 10)).toBe(bare);
});

test.each([
  ['one name', { speakers: [{ name: 'Joren Halvik', type: 'person' }] }, 'Joren Halvik'],
  [
    'a joint source',
    {
      speakers: [
        { name: 'Xi', type: 'person' },
        { name: 'Tokayev', type: 'person' },
        { name: 'the UBC', type: 'organisation' },
      ],
    },
    'Xi, Tokayev and the UBC',
  ],
  ['a source that nobody could resolve', { speakers: [], source: 'the minister' }, 'the minister'],
  ['a pronoun', { speakers: [], source: 'She' }, null],
  ['nothing at all', { speakers: [], source: null }, null],
] as const)('the speaker of %s is printed so', (_, choice, label) => {
  expect(speakerLabel(citable(choice))).toBe(label);
});
