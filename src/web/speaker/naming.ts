// How a speaker is named and taken to be one: their roles told once each, and the reasons in a reader's words.

import type { components } from '../../http/contract';

type Schemas = components['schemas'];
type Role = Schemas['SpeakerRole'];
type Evidence = Schemas['Evidence'];

/** One of those that differ only in capitals ("transport minister", "Transport Minister"); the latest seen first. */
export function rolesOf(history: readonly Role[]): Role[] {
  const found = new Map<string, Role>();
  for (const one of history) {
    const key = one.role.toLocaleLowerCase('en');
    const before = found.get(key);
    found.set(
      key,
      before === undefined
        ? one
        : {
            role: before.articleCount >= one.articleCount ? before.role : one.role,
            firstSeen: before.firstSeen < one.firstSeen ? before.firstSeen : one.firstSeen,
            lastSeen: before.lastSeen > one.lastSeen ? before.lastSeen : one.lastSeen,
            articleCount: before.articleCount + one.articleCount,
          },
    );
  }
  return [...found.values()].sort((a, b) => b.lastSeen.localeCompare(a.lastSeen));
}

const AGAINST: ReadonlySet<Evidence['kind']> = new Set([
  'apart',
  'ambiguous',
  'single-word',
  'unnamed',
]);

/** A sentence or two: why an article was taken to mean this speaker, and what spoke for another. */
export function why(evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return 'The first article that named them.';
  const told = (those: readonly Evidence[]) => those.map(reason).join('; ');
  const reasons = evidence.filter(({ kind }) => !AGAINST.has(kind));
  const against = told(evidence.filter(({ kind }) => AGAINST.has(kind)));
  return [
    ...(reasons.length > 0 ? [`Taken to be the same: ${told(reasons)}.`] : []),
    ...(against === '' ? [] : [`${against.charAt(0).toUpperCase()}${against.slice(1)}.`]),
  ].join(' ');
}

const quoted = (words: string | null): string => (words === null ? 'nothing' : `“${words}”`);

function reason({ kind, printed, stored }: Evidence): string {
  switch (kind) {
    case 'name':
      return printed === stored
        ? 'the same name'
        : `the name ${quoted(printed)} agrees with ${quoted(stored)}`;
    case 'acronym':
      return `${quoted(printed)} stands for ${quoted(stored)}`;
    case 'role':
      return printed?.toLowerCase() === stored?.toLowerCase()
        ? `the same role, ${quoted(printed)}`
        : `the role ${quoted(printed)} is like ${quoted(stored)}`;
    case 'publication':
      return 'this publication has named them before';
    case 'authority':
      return `an authority file has the name${stored === null ? '' : ` (${stored})`}`;
    case 'editor':
      return 'an editor said so';
    case 'revision':
      return 'an earlier revision of the article had it so';
    case 'prevalence':
      return 'of several of this name nearly all articles mean this one';
    case 'apart':
      return `kept apart from a namesake: here ${quoted(printed)}, there ${quoted(stored)}`;
    case 'ambiguous':
      return 'nothing tells several of this name apart';
    case 'single-word':
      return 'a single word, never joined with other articles';
    case 'unnamed':
      return 'no name, never joined with other articles';
  }
}
