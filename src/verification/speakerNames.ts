// Whether the person whom a claim credits is one of those whom the store holds for the speakers of a statement.

import type { Credited, SpeakerCheck, StoredSpeaker } from './types';

// "Mr. Clinton", "President Joren Halvik"
const TITLES =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|sen|senator|rep|representative|gov|governor|president|vice|prime|minister|chancellor|secretary|gen|general|judge|justice|king|queen|pope|mayor|the|jr|sr|ii|iii)$/;

/** `unresolved` where the store cannot tell who spoke: no speaker, or one without a name. */
export function checkSpeaker(
  credited: Credited | null,
  speakers: readonly StoredSpeaker[],
): SpeakerCheck {
  if (credited === null) return 'not-given';
  if (speakers.some((speaker) => isCredited(credited, speaker))) return 'same';
  const named = speakers.filter(({ type }) => type === 'person' || type === 'organisation');
  return named.length === 0 ? 'unresolved' : 'other';
}

function isCredited(credited: Credited, speaker: StoredSpeaker): boolean {
  if (credited.ids.includes(speaker.id)) return true;
  const stored = namesToKnowBy(speaker);
  return credited.names.some((claimed) => stored.some((name) => isSameName(claimed, name)));
}

/**
 * A name with those others that say something new. Texts call Thomas Brandt "Brandt" as well: beside his full name that says
 * nothing, and it would make him Ida Brandt.
 */
export function namesToKnowBy(one: Pick<StoredSpeaker, 'name' | 'aliases'>): string[] {
  return [one.name, ...one.aliases.filter((alias) => !isShorter(alias, one.name))];
}

/** "Clinton", "Hillary Clinton" and "H. R. Clinton" may be one person; "Bill Clinton" and "Hillary Clinton" are not. */
export function isSameName(a: string, b: string): boolean {
  const [short, long] = [tokensOf(a), tokensOf(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  const surname = short.at(-1);
  if (surname === undefined || surname !== long.at(-1)) return false;
  let at = 0;
  return short.slice(0, -1).every((token) => {
    const found = long.findIndex((other, i) => i >= at && isSameToken(token, other));
    at = found + 1;
    return found >= 0;
  });
}

const isShorter = (alias: string, name: string): boolean =>
  tokensOf(alias).length < tokensOf(name).length && isSameName(alias, name);

const isSameToken = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

function tokensOf(name: string): string[] {
  const all = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
  const rest = all.filter((token) => !TITLES.test(token));
  return rest.length > 0 ? rest : all;
}
