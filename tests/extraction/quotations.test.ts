// Quotations: every kind of mark, apostrophes and inches told apart, several paragraphs, marks that are never closed.

import { findQuotations } from '../../src/extraction/quotations/quotations';
import { findParagraphs } from '../../src/extraction/sentences/paragraphs';

const read = (text: string) => findQuotations(text, findParagraphs(text));
const quoted = (text: string): string[] =>
  read(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['straight', 'He said "no" and "yes".', ['"no"', '"yes"']],
  ['curly', 'He said “no” and “yes”.', ['“no”', '“yes”']],
  ['single, British', '‘No,’ he said, ‘never.’', ['‘No,’', '‘never.’']],
  ['single, straight', "'No,' he said, 'never.'", ["'No,'", "'never.'"]],
  ['French guillemets', '«Oui», dit-il, « non ».', ['«Oui»', '« non »']],
  ['German guillemets', '»Ja«, sagte er.', ['»Ja«']],
  ['German guillemets behind a stop', '»Es reicht.« »Geh!«, sagte er.', ['»Es reicht.«', '»Geh!«']],
  ['German marks', '„Ja“, sagte er, „nein“.', ['„Ja“', '„nein“']],
  ['low and high', '„Tak” and “so”', ['„Tak”', '“so”']],
  ['doubled backticks and apostrophes', "``Well,'' he said, ``no.''", ["``Well,''", "``no.''"]],
  ['doubled apostrophes alone', "''Well,'' he said, ''no.''", ["''Well,''", "''no.''"]],
  ['corner brackets', '「はい」', ['「はい」']],
  [
    'a quotation in a quotation',
    '“She said ‘no’ to me,” he said.',
    ['“She said ‘no’ to me,”', '‘no’'],
  ],
  ['the other way round', "'It's the \"big\" one,' he said.", ["'It's the \"big\" one,'", '"big"']],
  [
    'apostrophes are no marks',
    "Don't take the leaders' talks or Xi's ''plan'' from the '90s.",
    ["''plan''"],
  ],
  ['curly apostrophes neither', 'The leaders’ talks, rock ’n’ roll and ’90s music', []],
  [
    'a plural owner inside single marks',
    '‘The leaders’ talks failed,’ she said.',
    ['‘The leaders’ talks failed,’'],
  ],
  ['feet and inches', 'He is 5\'10" and the fence 6\' 2" high.', []],
  ['inches inside a quotation', '"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']],
  [
    'a mark that is never closed ends with its paragraph',
    'He said “no way.\n\nShe left.',
    ['“no way.'],
  ],
  [
    'a second opener ends the first',
    '“I think so, he said. “But no.”',
    ['“I think so, he said.', '“But no.”'],
  ],
  [
    'an odd straight mark does not spoil the rest',
    'He said "no" and left". Then "yes".',
    ['"no"', '"yes"'],
  ],
  ['empty marks hold nothing', '“” "" \'\'', []],
])('%s', (_title, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test('marks that are opened again go on with the paragraph before', () => {
  const found = read('“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four.”');
  expect(found.map(({ continues, closed }) => [continues, closed])).toEqual([
    [null, false],
    [0, false],
    [1, true],
    [null, true],
  ]);
});

test('depth counts the quotations around one', () => {
  const found = read('“She said ‘he said “no” to me’ at last,” he said.');
  expect(found.map(({ depth }) => depth)).toEqual([0, 1, 2]);
});
