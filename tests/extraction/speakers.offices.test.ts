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
    'the wife of a knight',
    'Sir Gerald Moxon died in May. Lady Moxon, 61, said he rang her.',
    'Lady Moxon, 61 → Lady Moxon',
  ],
  [
    'the son of a knight',
    'Sir Gerald Moxon died in May. His son, James Moxon, came. Mr Moxon said it was late.',
    'Mr Moxon → James Moxon',
  ],
  [
    'a knight of the given name',
    'Sir Gerald Moxon died in May. Sir Gerald said it was late.',
    'Sir Gerald → Sir Gerald Moxon',
  ],
  [
    'an age and any noun',
    'Rev Michael Oyelaran said staff had been in tears. The 54-year-old vicar said it was late.',
    'The 54-year-old vicar → Michael Oyelaran',
  ],
  [
    'a street that speaks',
    'Downing Street said the minister would stay.',
    'Downing Street → Downing Street',
  ],
  [
    'a dash that is a hyphen',
    'Teachers’ leader Kath Bowen - a former head herself - said it was late.',
    'Teachers’ leader Kath Bowen - a former head herself → Kath Bowen',
  ],
  [
    'a family name that is a word',
    'Park Ji-hoon, an envoy from the south, said it was late.',
    'Park Ji-hoon, an envoy from the south → Park Ji-hoon',
  ],
  [
    'two of a family',
    'Ray Dillard was mayor. His wife, Cheryl Dillard, ran the shop. Both Dillards denied taking bribes.',
    'Both Dillards → Ray Dillard & Cheryl Dillard',
  ],
  [
    'the chair of a meeting is not who spoke last',
    'Councillor Mark Osei objected. Thomas Boone said it was costly.\n\nThe chair said it was late.',
    'The chair → The chair',
  ],
  [
    'the witness is not the lawyer who asks',
    'Mrs Oduya agreed that the alarms were faulty. Hugh Maddern KC suggested she was lying. “That is not true,” the witness said.',
    'the witness → the witness',
  ],
])('%s', async (_title, text, expected) => {
  expect(await lastLine(text)).toBe(expected);
});

test('a name of five words with a title is a person', async () => {
  const { speakers } = await extractText(
    'Sheikh Tamim bin Rashid al-Nuaimi, whose country has mediated, said Qatar was ready.',
  );
  expect(speakers[0]).toMatchObject({ type: 'person', name: 'Sheikh Tamim bin Rashid al-Nuaimi' });
});

test('a family of three is a group, and none of them is named', async () => {
  const { speakers } = await extractText(
    'Ray Dillard, Cheryl Dillard and Ann Dillard came. The Dillards said it was late.',
  );
  expect(speakers.at(-1)).toMatchObject({ type: 'group', name: 'The Dillards' });
});

test('a peer is a person', async () => {
  const { speakers } = await extractText(
    'The Duchess of Mersey said it was late. She said she was tired.',
  );
  expect(speakers).toEqual([
    expect.objectContaining({ name: 'Duchess of Mersey', type: 'person' }),
  ]);
});
