// An article's text cut for marking: nothing lost, nested statements inside one another, each with one place to stop.

import { segmentsOf } from '../../src/web/segments';

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
  expect(paragraphs.map((one) => one.map((segment) => segment.text))).toEqual([
    ['Ida', ' said ', 'it rained', '.'],
    ['She left.'],
  ]);
});

test('a nested statement lies within the other, the innermost last', () => {
  const text = 'Ida said that Bo had warned that it rained a lot.';
  const [paragraph] = segmentsOf(text, [
    statement(text, ['that it rained'], 'Bo'),
    statement(text, ['that Bo had warned that it rained a lot']),
  ]);
  const inner = paragraph?.find((segment) => segment.text === 'that it rained');
  expect(inner).toMatchObject({ within: [1, 0], opens: true });
  expect(paragraph?.filter(({ opens }) => opens)).toHaveLength(2);
});

test('a statement in two pieces, or over two paragraphs, has one place to stop', () => {
  const text = '“It rained,” she said. “Then\n\n“it snowed.”';
  const segments = segmentsOf(text, [
    statement(text, ['“It rained,”', '“Then\n\n“it snowed.”']),
  ]).flat();
  expect(segments.filter(({ within }) => within.length === 1).map((one) => one.text)).toEqual([
    '“It rained,”',
    '“Then',
    '“it snowed.”',
  ]);
  expect(segments.filter(({ opens }) => opens).map((one) => one.text)).toEqual(['“It rained,”']);
});

test('two that are the same words are both kept', () => {
  const text = 'Ida and Bo said it rained.';
  const [paragraph] = segmentsOf(text, [
    statement(text, ['it rained']),
    statement(text, ['it rained']),
  ]);
  expect(paragraph?.find((segment) => segment.text === 'it rained')?.within).toHaveLength(2);
});
