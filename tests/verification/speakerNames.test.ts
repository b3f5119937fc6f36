// Whether the one who is credited is the one who is stored: shorter forms of a name are, namesakes are not.

import { checkSpeaker } from '../../src/verification/speakerNames';

const stored = (name: string, aliases: string[] = []) => ({
  id: 'stored',
  name,
  aliases,
  type: 'person' as const,
});

test.each<[string, string, ReturnType<typeof stored>, string]>([
  ['the full name', 'Thomas Brandt', stored('Thomas Brandt', ['Brandt']), 'same'],
  ['the last name alone', 'Brandt', stored('Thomas Brandt', ['Brandt']), 'same'],
  ['a title before it', 'Mayor Brandt', stored('Thomas Brandt', ['Brandt']), 'same'],
  [
    'a namesake whom texts call by the last name too',
    'Ida Brandt',
    stored('Thomas Brandt', ['Brandt']),
    'other',
  ],
  [
    'a namesake with another initial',
    'Ida Brandt',
    stored('Thomas Brandt', ['T. Brandt']),
    'other',
  ],
  [
    'a fuller name among the others',
    'James Brandt',
    stored('Thomas Brandt', ['Thomas James Brandt']),
    'same',
  ],
  [
    'another name altogether among the others',
    'Boris Vale',
    stored('Thomas Brandt', ['Boris Vale']),
    'same',
  ],
  ['a store that knows the last name alone', 'Ida Brandt', stored('Brandt'), 'same'],
])('%s', (_title, claimed, speaker, expected) => {
  expect(checkSpeaker({ names: [claimed], ids: [] }, [speaker])).toBe(expected);
});
