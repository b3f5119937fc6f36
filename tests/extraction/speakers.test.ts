/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// From the source words to a person, a body or nobody: every resolver with the kind of passage that it is for.

import { speakerNames } from '../../src/extraction';
import { readDocument } from '../../src/extraction/document';
import { gatherEntities } from '../../src/extraction/speakers/entities';
import { findNames } from '../../src/extraction/speakers/names';
import { extractText, speakerLines } from '../support/extraction';

const lastLine = async (text: string): Promise<string | undefined> =>
  (await speakerLines(text)).at(-1);

test.each([
  // Names
  ['full name', 'Joren Halvik said it was late.', 'Joren Halvik → Joren Halvik'],
  [
    'title in front',
    'Serranese President Joren Halvik said it was late.',
    'Serranese President Joren Halvik → Joren Halvik',
  ],
  [
    'long title',
    'Senate Minority Leader Ann Lee said it was late.',
    'Senate Minority Leader Ann Lee → Ann Lee',
  ],
  [
    'role in small letters',
    'The screenwriter Cole Hadd met union leader Bob Crow. Union leader Bob Crow said it was late.',
    'Union leader Bob Crow → Bob Crow',
  ],
  [
    'a party in brackets is no other name of theirs',
    'Lord Penhallow (Con) spoke first. Judith Moss (Lab) did not. Lab said it was late.',
    'Lab → Lab',
  ],
  ['last name', 'Joren Halvik came. Halvik said it was late.', 'Halvik → Joren Halvik'],
  [
    'courtesy title',
    'Joren Halvik came. Mr. Halvik said it was late.',
    'Mr. Halvik → Joren Halvik',
  ],
  ['middle initial', 'Ann B. Lee came. Ann Lee said it was late.', 'Ann Lee → Ann B. Lee'],
  [
    'the title tells two of a name apart',
    'Bill Varga met Lena Varga. Mrs. Varga said it was late.',
    'Mrs. Varga → Lena Varga',
  ],
  [
    'father and son are two',
    'John Roe Jr. met John Roe. On Monday, John Roe Jr. said it was late.',
    'John Roe Jr. → John Roe Jr.',
  ],
  [
    'name in apposition',
    'The mayor, Rafael Quint, said it was late.',
    'The mayor, Rafael Quint → Rafael Quint',
  ],
  [
    'apposition behind the name',
    'Jane Roe, a teacher in Leeds, said it was late.',
    'Jane Roe, a teacher in Leeds → Jane Roe',
  ],
  [
    'acronym in brackets',
    'The Upper Basin Commission (UBC) met. The UBC said it was late.',
    'The UBC → Upper Basin Commission',
  ],
  [
    'body with "of"',
    'The University of Calder said it was late.',
    'The University of Calder → University of Calder',
  ],
  [
    'headline',
    'Quint Says Bridge Is Not Safe For Trams\n\nRafael Quint said it was late.',
    'Rafael Quint → Rafael Quint',
  ],
  // Pronouns
  ['he', 'Joren Halvik said it was late. He said he was tired.', 'He → Joren Halvik'],
  [
    'she, across a paragraph',
    'Daria Momtsel met Joren Halvik.\n\nShe said it was late.',
    'She → Daria Momtsel',
  ],
  [
    'the one who spoke last',
    'Joren Halvik said it was late. The hall, built by Peter Roe, was cold. He said he was tired.',
    'He → Joren Halvik',
  ],
  [
    'a new subject takes over',
    'Joren Halvik said it was late. Peter Roe arrived. He said he was tired.',
    'He → Peter Roe',
  ],
  [
    'a relative who is nobody by name',
    'Joren Halvik opened the bridge. His sister was not surprised. She said it was late.',
    'She → His sister',
  ],
  [
    'two who may be meant',
    'Joren Halvik won the race. His coach cried. He said it was late.',
    'He → -',
  ],
  ['nobody who fits', 'The bridge is old. He said it was late.', 'He → -'],
  ['a place is no person', 'It rained in Honolulu. He said it was late.', 'He → -'],
  [
    'gender learned from the text',
    'Noor-Eli Vance lost her keys. Peter Roe laughed at that. She said it was late.',
    'She → Noor-Eli Vance',
  ],
  // Roles and bodies
  [
    'the role once given',
    'President Joren Halvik came. The president said it was late.',
    'The president → Joren Halvik',
  ],
  [
    'the role with its country',
    'Serranese President Joren Halvik met Kestrian President Daria Momtsel. The Kestrian president said it was late.',
    'The Kestrian president → Daria Momtsel',
  ],
  [
    'two with the role leave it open',
    'Senator Ann Lee met Senator Bob Crow. The senator said it was late.',
    'The senator → The senator',
  ],
  [
    'two of a role',
    'President Joren Halvik met President Daria Momtsel. Both presidents said it was late.',
    'Both presidents → Joren Halvik & Daria Momtsel',
  ],
  [
    'the company',
    'Halden Brae Group said it was late. The company said it would pay.',
    'The company → Halden Brae Group',
  ],
  ['it', 'Halden Brae Group said it was late. It said it would pay.', 'It → Halden Brae Group'],
  [
    'the campaign',
    'Ann Lee ran again. Her campaign said it was late.',
    'Her campaign → Lee campaign',
  ],
  [
    'a body called by its words',
    'The railway ministry said it was late.',
    'The railway ministry → railway ministry',
  ],
  // Several
  [
    'joint source',
    'Joren Halvik met Daria Momtsel. Halvik and Momtsel said it was late.',
    'Halvik and Momtsel → Joren Halvik & Daria Momtsel',
  ],
  [
    'they, of a joint statement',
    'Joren Halvik and Daria Momtsel said it was late. They said they were tired.',
    'They → Joren Halvik & Daria Momtsel',
  ],
  ['they, of nobody', 'It was late. They said they were tired.', 'They → -'],
  // Quotations that go on, labels, signatures
  [
    'quotation in the next paragraph',
    '“It is late now,” Joren Halvik said. He sat down.\n\n“I am tired of it all.”',
    '- → Joren Halvik',
  ],
  [
    'label',
    'Thomas Reed gave evidence.\n\nKNOX: Was it?\n\nREED: It was.\n\nKNOX: Who?\n\nREED: Him.',
    'REED → Thomas Reed',
  ],
  [
    'answer',
    'Miriam Aduba arrives late. She spoke to Nadia Perrault.\n\nQ: Why?\n\nA: Rain.\n\nQ: And?\n\nA: Mud.',
    'A → Miriam Aduba',
  ],
  [
    'first person in an answer',
    'Miriam Aduba arrives. She spoke to Nadia Perrault.\n\nQ: Why?\n\nA: Rain.\n\nQ: And?\n\nA: I said that it was late.',
    'I → Miriam Aduba',
  ],
  [
    'signature',
    '“My cooker floated and the cat swam.”\n— Leanne Goss, Ferry Street',
    'Leanne Goss, Ferry Street → Leanne Goss',
  ],
  // Unnamed
  ['an official', 'A senior official said it was late.', 'A senior official → A senior official'],
  [
    'somebody of somebody',
    'A spokesman for Joren Halvik said it was late.',
    'A spokesman for Joren Halvik → A spokesman for Joren Halvik',
  ],
])('%s', async (_title, text, expected) => {
  expect(await lastLine(text)).toBe(expected);
});

test('unnamed sources and documents are typed so, and give no name to print', async () => {
  const extraction = await extractText(
    'A senior official said it was late. The report said it was early. Joren Halvik said no such thing.',
  );
  expect(extraction.speakers.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'A senior official: unnamed',
    'The report: document',
    'Joren Halvik: person',
  ]);
  expect(extraction.statements.map((statement) => speakerNames(extraction, statement))).toEqual([
    [],
    [],
    ['Joren Halvik'],
  ]);
});

test('an answer keeps its resolver and the mentions that led to the name', async () => {
  const text =
    'Serranese President Joren Halvik came. Halvik said it was late. He said he was tired.';
  const { statements, speakers } = await extractText(text);
  const chains = statements.map(({ speakers: [link] }) => [
    link!.resolvedBy,
    ...link!.mentions.map(({ start, end }) => text.slice(start, end)),
  ]);
  expect(chains).toEqual([
    ['name', 'Halvik', 'Joren Halvik'],
    ['pronoun', 'He', 'Joren Halvik'],
  ]);
  expect(speakers).toEqual([
    { name: 'Joren Halvik', type: 'person', aliases: ['Halvik'], role: 'Serranese President' },
  ]);
});

test('only those who speak are on the list of speakers', async () => {
  const { speakers } = await extractText(
    'Joren Halvik met Daria Momtsel. Halvik said it was late.',
  );
  expect(speakers.map(({ name }) => name)).toEqual(['Joren Halvik']);
});

test('mentions are gathered into people and bodies with gender and roles', () => {
  const document = readDocument(
    'Kestrian Foreign Minister Pavel Orsik met Ms Lena Varga of the Upper Basin Commission. Orsik and Varga talked.',
  );
  const { entities } = gatherEntities(document, findNames(document));
  expect(
    entities.map(({ name, type, gender, roles }) => [name, type, gender, roles[0] ?? null]),
  ).toEqual([
    ['Pavel Orsik', 'person', 'masculine', 'Kestrian Foreign Minister'],
    ['Lena Varga', 'person', 'feminine', null],
    ['Upper Basin Commission', 'organisation', null, null],
  ]);
});
