// Roles and evidence in words: capitals make no other role, and each reason is said as a reader would.

import { rolesOf, why } from '../../../src/web/speaker/naming';

const role = (name: string, firstSeen: string, lastSeen: string, articleCount: number) => ({
  role: name,
  firstSeen,
  lastSeen,
  articleCount,
});

test('roles that differ in capitals are one, with the dates of both; the latest seen stands first', () => {
  expect(
    rolesOf([
      role('mayor', '2026-01-01', '2026-02-01', 1),
      role('Mayor', '2025-01-01', '2025-06-01', 4),
      role('Minister', '2026-03-01', '2026-03-01', 1),
    ]),
  ).toEqual([
    role('Minister', '2026-03-01', '2026-03-01', 1),
    role('Mayor', '2025-01-01', '2026-02-01', 5),
  ]);
});

test.each([
  [[], 'The first article that named them.'],
  [
    [
      { kind: 'name', printed: 'Ada Abel', stored: 'Ada B. Abel' },
      { kind: 'role', printed: 'mayor', stored: 'Mayor' },
    ],
    'Taken to be the same: the name “Ada Abel” agrees with “Ada B. Abel”; the same role, “mayor”.',
  ],
] as const)('%j is told', (evidence, sentence) => {
  expect(why(evidence)).toBe(sentence);
});

test('what speaks against is not told as a sameness', () => {
  expect(why([{ kind: 'apart', printed: 'poet', stored: 'mayor' }])).toBe(
    'Kept apart from a namesake: here “poet”, there “mayor”.',
  );
});
