/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// What holds for every text, whatever it is: spans in bounds and trimmed, no throw, the same answer twice.

import fc from 'fast-check';

import { ENGINE } from '../../src/extraction';
import { allSpans, extractText } from '../support/extraction';

// Pieces that set rules off, so that random texts are not merely noise that nothing is found in.
const pieces = fc.constantFrom(
  'He said',
  'said',
  'Joren Halvik',
  'Mrs. Varga',
  'the mayor',
  'according to',
  'told reporters that',
  'called for',
  ', adding that',
  'Q:',
  'A:',
  'REED:',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '``',
  '«',
  '»',
  '„',
  '—',
  ',',
  '.',
  '?',
  '…',
  '(',
  ')',
  'and',
  'who',
  'it was late',
  'denied',
  'reportedly',
  '\n',
  '\n\n',
  ' ',
  '\u00a0',
  '😀',
  '\ud83d',
  '\ude00',
  '\u0000',
  '\u202e',
  'ﷺ',
  'e\u0301',
  '5\'10"',
  'constructor',
  '__proto__',
  'don’t',
  '’90s',
);
const prose = fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' '));
const anything = fc.oneof(
  prose,
  fc.array(pieces, { maxLength: 60 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
);

const splitsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

test('every span lies in the text, is trimmed and never splits a surrogate pair', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      for (const [where, { start, end }] of allSpans(await extractText(text))) {
        const exact = text.slice(start, end);
        expect({ where, valid: start >= 0 && start < end && end <= text.length }).toEqual({
          where,
          valid: true,
        });
        expect({ where, exact: exact.trim() }).toEqual({ where, exact });
        expect({ where, split: splitsPair(text, start) || splitsPair(text, end) }).toEqual({
          where,
          split: false,
        });
      }
    }),
    { numRuns: 200 },
  );
});

test('contents stand in text order, apart from each other and from the cue', async () => {
  await fc.assert(
    fc.asyncProperty(prose, async (text) => {
      for (const { content, cue } of (await extractText(text)).statements) {
        expect(content.length).toBeGreaterThan(0);
        content
          .slice(1)
          .forEach((span, i) => expect(span.start).toBeGreaterThanOrEqual(content[i]!.end));
        for (const span of content)
          expect(cue === null || span.end <= cue.start || span.start >= cue.end).toBe(true);
      }
    }),
    { numRuns: 133 },
  );
});

test('statements stand in text order; parents and speakers exist; figures lie between 0 and 1', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const { statements, speakers, engine } = await extractText(text);
      expect(engine).toEqual(ENGINE);
      statements.forEach((statement, i) => {
        const before = statements[i - 1];
        expect(
          before === undefined || before.content[0]!.start <= statement.content[0]!.start,
        ).toBe(true);
        expect(
          statement.parent === null ||
            (statement.parent !== i && statements[statement.parent] !== undefined),
        ).toBe(true);
        expect(statement.confidence).toBeGreaterThan(0);
        expect(statement.confidence).toBeLessThanOrEqual(1);
        for (const link of statement.speakers) {
          expect(speakers[link.speaker]).toBeDefined();
          expect(link.mentions.length).toBeGreaterThan(0);
          expect(link.confidence > 0 && link.confidence <= 1).toBe(true);
        }
      });
      for (const { name } of speakers) expect(name.trim()).not.toBe('');
    }),
    { numRuns: 133 },
  );
});

test('the same text gives the same result, whatever was read in between', async () => {
  await fc.assert(
    fc.asyncProperty(prose, anything, async (text, other) => {
      const first = await extractText(text);
      await extractText(other);
      expect(await extractText(text)).toEqual(first);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['empty', ''],
  ['white space', ' \n\t\u2003 '],
  ['NUL', '\u0000'],
  ['a lone surrogate', '\ud800'],
  ['a mark', '“'],
])('%s gives no statements', async (_title, text) => {
  expect((await extractText(text)).statements).toEqual([]);
});
