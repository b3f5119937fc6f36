/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// What stands on a page around statements, and how match reports, columns and tabloids lay them out.

import { extract } from '../../src/extraction';
import { extractText, speakerLines, statementLines } from '../support/extraction';
import { CALIBRATION } from '../support/scores';

test.each([
  [
    'a dateline is not said',
    'LUMARA, March 3 (TNA) - At least 14 people were killed when a dam burst on Tuesday, officials said.',
    'officials | said | At least 14 people were killed when a dam burst on Tuesday',
  ],
  [
    'a headline without a stop does not run into the text',
    'Centre has no plan to scrap prices, says Agriculture Minister\n\nNEW DELHI: Farmers met here on Monday.',
    'Agriculture Minister | says | Centre has no plan to scrap prices',
  ],
])('%s', async (_title, text, expected) => {
  expect(await statementLines(text)).toContain(expected);
});

test.each([
  [
    'Former England striker Alan Corrigan on Match Night: "For me that is never a penalty."',
    'Former England striker Alan Corrigan on Match Night → Alan Corrigan',
  ],
  ['Easterby boss Marco Vitale (left): "It is a joke of a penalty. I saw it."', null],
  ['The notice on the door: "Closed for good and all."', null],
  ['What Alan Corrigan said: "Closed for good and all."', null],
])('a name, a colon and a quotation that the network leaves out: %s', async (line, expected) => {
  const text = `Substitute Kofi Danso struck in the 89th minute.\n\n${line}`;
  const tag = () => Promise.resolve([]);
  const { statements, speakers } = await extract(text, {
    tagger: { calibration: CALIBRATION, tag },
  });
  const lines = statements.map(
    ({ source, speakers: links }) =>
      `${source === null ? '-' : text.slice(source.start, source.end)} → ${links.map(({ speaker }) => speakers[speaker]!.name).join()}`,
  );
  expect(lines[0] ?? null).toBe(expected);
});

test.each([
  ['a heading of the page', 'Review: ‘The Salt Road’ at the Lyric\n\nThe play opened in May.'],
  ['a title in marks behind a colon', 'The Night Watch: “A Play in Three Acts” opened in May.'],
])('%s is no statement', async (_title, text) => {
  expect(await statementLines(text)).toEqual([]);
});

test('the first words of a transcript are no speaker', async () => {
  const lines = await speakerLines(
    'Transcript: The Long Game\n\nSam Ortega: How are you?\n\nYuki Tanabe: I am well.\n\nSam Ortega: And your work?\n\nYuki Tanabe: It goes on.',
  );
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('Sam Ortega → Sam Ortega');
});

test.each([
  ['single', "'", "'"],
  ['double', '"', '"'],
  ['curly', '“', '”'],
])('paragraphs re-opened in %s marks have the speaker of the last', async (_title, open, close) => {
  const text = `Tina Marlowe, 29, lost her ring.\n\n${open}I put the ring on the table.\n\n${open}When I looked back it was gone.\n\n${open}It is a thing you read about,${close} she said.`;
  const { statements, speakers } = await extractText(text);
  expect(
    statements
      .flatMap(({ content }) => content.map(({ start, end }) => text.slice(start, end)))
      .join(' '),
  ).toMatch(/I put the ring.*it was gone.*read about/s);
  for (const statement of statements)
    expect(statement.speakers.map(({ speaker }) => speakers[speaker]!.name)).toEqual([
      'Tina Marlowe',
    ]);
});
