/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// The text that the network is given: other marks and broken lines read as those that it was taught with, every offset the same.

import { readDocument } from '../../src/extraction/document';
import { asTaught } from '../../src/extraction/taught';
import { statementLines } from '../support/extraction';

test.each([
  ['double marks stay', 'He said "no" and “yes”.', 'He said "no" and “yes”.'],
  ['single marks of a British text', "'No,' he said.", '“No,” he said.'],
  [
    'a phrase in single marks in a text of double ones stays',
    '“We have come a long way,” he said of the ‘deal’.',
    '“We have come a long way,” he said of the ‘deal’.',
  ],
  ['German marks', '„Nein“, sagte er.', '“Nein”, sagte er.'],
  ['guillemets', 'He said «no» and »never«.', 'He said “no” and “never”.'],
  [
    'inner marks stay',
    '\'He told me, "Go," and I went,\' he said.',
    '“He told me, "Go," and I went,” he said.',
  ],
])('%s', (_title, text, expected) => {
  const taught = asTaught(readDocument(text));
  expect(taught).toBe(expected);
  expect(taught).toHaveLength(text.length);
});

const WIRE = `The harbour will be shut to all ships for the rest of the week, said the
harbour master, Ana Ruiz, on Monday, after a crane had fallen into the basin
and two tugs had been damaged by it. "We will open when it is safe and not
an hour sooner," she told a crowd of captains who had come to her office
in the morning.`;

test('lines of a paragraph that are broken to a width are read as one', async () => {
  expect(readDocument(WIRE).paragraphs).toHaveLength(1);
  expect(await statementLines(WIRE)).toEqual([
    expect.stringMatching(/^the harbour master, Ana Ruiz \| said \| The harbour will be shut/),
    'she | told | "We will open when it is safe and not an hour sooner,"',
  ]);
});

test('lines of a list stay apart', () => {
  const list = Array.from(
    { length: 8 },
    (_, i) => `Ashford Town ${i} beat Barwell United ${i}, at home.`,
  );
  expect(readDocument(list.join('\n')).paragraphs).toHaveLength(8);
});

test('German marks, British marks and American marks give the same statements', async () => {
  const story = (open: string, close: string): string =>
    `${open}We were promised another law${close}, said the mayor, Ana Ruiz, on Tuesday. ${open}This one punishes tenants.${close}`;
  const bare = (lines: string[]): string[] => lines.map((line) => line.replace(/[“”‘’„»«]/g, ''));
  const american = bare(await statementLines(story('“', '”')));
  for (const [open, close] of [
    ['„', '“'],
    ['»', '«'],
    ['«', '»'],
    ['‘', '’'],
  ] as const)
    expect(bare(await statementLines(story(open, close)))).toEqual(american);
});
