// What speakers are looked up by: keys that all forms of a name share. Who shares one is a candidate, nothing more.

import type { SpeakerType } from '../../extraction/types';
import { COMMON_DOCUMENTS, LEGAL_FORMS } from './data/bodies';
import { FORMAL_NAMES } from './data/names';
import { lettersOf, readPersonName } from './personName';

/** A longer "name" is a clause; it is kept, but identifies nobody. */
const MAX_LINKED = 200;

/** A name as printed, and folded. */
export interface Form {
  readonly name: string;
  readonly folded: string;
}

/** The keys under which a name of this type is looked up; none where it identifies nobody. */
export function keysOf(type: SpeakerType, { name, folded }: Form): readonly string[] {
  if (name.length > MAX_LINKED || folded === '') return [];
  if (type === 'person') return personKeys(folded);
  if (type === 'organisation' || type === 'document') return bodyKeys(name, folded);
  return [];
}

/**
 * The keys of a name that an editor gives. Only so does a single word stand for someone in particular ("Pelé"), and only as the
 * speaker's name, never as an alias.
 */
export function editorsKeys(
  type: SpeakerType,
  form: Form,
  kind: 'full' | 'alias',
): readonly string[] {
  return [...keysOf(type, form), ...(kind === 'full' ? mononymKeys(type, form) : [])];
}

/** The key under which a single word is looked up: no article's speaker is ever stored under it. */
export function mononymKeys(type: SpeakerType, { folded }: Form): readonly string[] {
  return type === 'person' && /^[^ ]+$/.test(folded) ? [`${MONONYM}${folded}`] : [];
}

export const MONONYM = 'mononym:';

function personKeys(folded: string): readonly string[] {
  const name = readPersonName(folded);
  if (name === null) return [];
  const given = [name.given, ...(FORMAL_NAMES.get(name.given) ?? [])];
  return [...given.map((word) => `person:${word} ${name.surname}`), `person=${lettersOf(name)}`];
}

function bodyKeys(name: string, folded: string): readonly string[] {
  const body = bodyName(folded);
  // "the campaign", "court documents", "a new poll": described, not named
  if (body === '' || !/[\p{Lu}\p{N}]/u.test(name) || isCommonDocument(body)) return [];
  return [`body:${body}`];
}

/** The name of a body as it is compared: without article and legal form. */
export function bodyName(folded: string): string {
  const words = folded.replace(/^the /, '').split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

function isCommonDocument(body: string): boolean {
  const words = body.split(' ');
  return COMMON_DOCUMENTS.has(words.at(-1) ?? '') && (words.length === 1 || words[0] === 'a');
}

/** "WHO" for "World Health Organization": the initials of a body's name, in the capitals that the article prints. */
export function isAcronymOf(alias: string, folded: string): boolean {
  const letters = alias.replaceAll(/[.\s]/g, '');
  if (!/^\p{Lu}{2,8}s?$/u.test(letters)) return false;
  const words = bodyName(folded).split(' ');
  const initials = (list: readonly string[]) => list.map((word) => word[0]).join('');
  const short = words.filter((word) => !/^(?:of|for|and|the|in|on|to)$/.test(word));
  const sought = letters.toLowerCase();
  return words.length > 1 && (initials(words) === sought || initials(short) === sought);
}
