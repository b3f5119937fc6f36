// An article's text cut for marking: nothing lost, nested statements inside one another, each with one place to stop.

import { segmentsOf } from '../../../src/web/article/segments';

const span = (text: string, exact: string) => {
  const start = text.indexOf(exact);
  return { start, end: start + exact.length };
};
const statement = (text: string, exact: string[], source: string | null = null) => ({
  content: exact.map((piece) => span(text, piece)),
  source: source === null ? null : span(text, source),
  cue: null,
});

test('together the segments are the text, without its line breaks', () => {
  const text = 'Ida said it rained.\n\nShe left.';
  const paragraphs = segmentsOf(text, [statement(text, ['it rained'], 'Ida')]);
  expect(paragraphs.map(({ segments }) => segments.map((segment) => segment.text))).toEqual([
    ['Ida', ' said ', 'it rained', '.'],
    ['She left.'],
  ]);
});

test('a nested statement lies within the other, the innermost last', () => {
  const text = 'Ida said that Bo had warned that it rained a lot.';
  const segments = segmentsOf(text, [
    statement(text, ['that it rained'], 'Bo'),
    statement(text, ['that Bo had warned that it rained a lot']),
  ]).flatMap((one) => one.segments);
  const inner = segments.find((segment) => segment.text === 'that it rained');
  expect(inner).toMatchObject({ within: [1, 0], stops: [0] });
  expect(segments.flatMap(({ stops }) => stops)).toEqual([1, 0]);
});

test('a statement in two pieces, or over two paragraphs, has one place to stop', () => {
  const text = '“It rained,” she said. “Then\n\n“it snowed.”';
  const segments = segmentsOf(text, [
    statement(text, ['“It rained,”', '“Then\n\n“it snowed.”']),
  ]).flatMap((one) => one.segments);
  expect(segments.filter(({ within }) => within.length === 1).map((one) => one.text)).toEqual([
    '“It rained,”',
    '“Then',
    '“it snowed.”',
  ]);
  expect(segments.filter(({ stops }) => stops.length > 0).map((one) => one.text)).toEqual([
    '“It rained,”',
  ]);
});

test('two that are the same words are both kept, and both can be stopped at', () => {
  const text = 'Ida and Bo said it rained.';
  const [paragraph] = segmentsOf(text, [
    statement(text, ['it rained']),
    statement(text, ['it rained']),
  ]);
  const said = paragraph?.segments.find((segment) => segment.text === 'it rained');
  expect(said).toMatchObject({ within: [0, 1], stops: [0, 1] });
});

test('a mention in the middle of other words is cut out, so that no word beside it is marked', () => {
  const text = 'On Monday Ida Brandt came.\n\nIt rained, she said.';
  const said = statement(text, ['It rained'], 'she');
  const speakers = [{ mentions: [span(text, 'she'), span(text, 'Ida Brandt')] }];
  const [paragraph] = segmentsOf(text, [{ ...said, speakers }]);
  expect(paragraph?.segments.map((segment) => segment.text)).toEqual([
    'On Monday ',
    'Ida Brandt',
    ' came.',
  ]);
});

test('an excerpt ends before the places of what it leaves out', () => {
  const text = 'Ida said it rained, and that it snowed.';
  const statements = [statement(text, ['it rained']), statement(text, ['that it snowed'])];
  const [paragraph] = segmentsOf(text.slice(0, 22), statements);
  expect(paragraph?.segments.map((segment) => segment.text)).toEqual([
    'Ida said ',
    'it rained',
    ', an',
  ]);
});
