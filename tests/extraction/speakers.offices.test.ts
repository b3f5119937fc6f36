/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// Offices, peers and relatives of one name: who is meant, and what is no name at all.

import { extractText, speakerLines } from '../support/extraction';

const lastLine = async (text: string): Promise<string | undefined> =>
  (await speakerLines(text)).at(-1);

test.each([
  [
    'an office whose last word is one of bodies',
    'The Minister of Energy, Dana Bekova, said the season would start on time.',
    'The Minister of Energy, Dana Bekova → Dana Bekova',
  ],
  [
    'the head of state in front of a name',
    'Head of State Yerlan Tursynov chaired a meeting. The Head of State said the roads were bad.',
    'The Head of State → Yerlan Tursynov',
  ],
  [
    'a title half in small letters',
    'Former secretary of State Clinton vowed to be tougher.',
    'Former secretary of State Clinton → Clinton',
  ],
  [
    'a title of two parts',
    'Bavarian Minister-President Ludwig von Thalheim said it was late.',
    'Bavarian Minister-President Ludwig von Thalheim → Ludwig von Thalheim',
  ],
  [
    'somebody for somebody',
    'Agent for the applicant, Mike Tarrant of Tarrant Planning, said the scheme was sound.',
    'Agent for the applicant, Mike Tarrant of Tarrant Planning → Mike Tarrant',
  ],
  [
    'a peer is called by the title',
    'The Duke of Mersey, who opened the summit, said he was an optimist.',
    'The Duke of Mersey, who opened the summit → Duke of Mersey',
  ],
  [
    'a sister of the same name who has just spoken',
    'Kim Jong Un’s sister, Kim Yo Jong, dismissed the talks as a show. Kim said the North would not attend.',
    'Kim → Kim Yo Jong',
  ],
  [
    'the witness is not the lawyer who asks',
    'Mrs Oduya agreed that the alarms were faulty. Hugh Maddern KC suggested she was lying. “That is not true,” the witness said.',
    'the witness → the witness',
  ],
])('%s', async (_title, text, expected) => {
  expect(await lastLine(text)).toBe(expected);
});

test('a peer is a person', async () => {
  const { speakers } = await extractText(
    'The Duchess of Mersey said it was late. She said she was tired.',
  );
  expect(speakers).toEqual([
    expect.objectContaining({ name: 'Duchess of Mersey', type: 'person' }),
  ]);
});
