// From an article's speakers to stored ones: found on evidence that is kept with the link, made anew otherwise. What an editor or
// an earlier revision of the article said goes first (docs/decisions/0009-linking-speakers.md).

import type { PoolClient } from 'pg';

import { newId } from '../ids';
import { findAuthorities, matchAuthority } from '../linking/authorities';
import { findCandidates } from '../linking/candidates';
import { readCluster } from '../linking/cluster';
import type { Candidate, Cluster } from '../linking/decide';
import { decide } from '../linking/decide';
import type { Evidence } from '../linking/evidence';
import type { EarlierLink } from './earlierLinks';
import { earlierLinkOf } from './earlierLinks';
import { lockKeys } from './locks';
import type { FoldedSpeaker } from './speakerNames';
import { insertNewcomers, noteAuthorities, noteKeys, storedKeys } from './writeSpeakers';

/** Whom an article's speaker was taken for. */
export interface LinkedSpeaker {
  /** The speaker linked, which may have been merged since. */
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

interface Choice {
  readonly id: string;
  readonly cluster: Cluster;
  readonly evidence: readonly Evidence[];
  readonly isNew: boolean;
}

/**
 * Links each speaker, in order. Two transactions that first meet the same name agree on one speaker. Until the transaction ends
 * nobody can erase these speakers, nor those of the article's `earlier` revision.
 */
export async function linkSpeakers(
  client: PoolClient,
  speakers: readonly FoldedSpeaker[],
  earlier: readonly EarlierLink[],
  { publicationKey, now }: { readonly publicationKey: string | null; readonly now: Date },
): Promise<LinkedSpeaker[]> {
  const read = speakers.map(readCluster);
  const keys = [...new Set(read.flatMap((cluster) => cluster.keys))];
  await lockKeys(client, keys);
  const entries = await findAuthorities(client, keys);
  const clusters = read.map((cluster): Cluster => {
    const own = cluster.keys.flatMap((key) => entries.get(key) ?? []);
    return { ...cluster, authority: matchAuthority(cluster, own) };
  });
  const choices = await chooseAll(client, clusters, earlier, publicationKey);
  const newcomers = choices.filter(({ isNew }) => isNew);
  await insertNewcomers(client, newcomers, now);
  const canonical = await holdSpeakers(client, [
    ...choices.map(({ id }) => id),
    ...earlier.map(({ speakerId }) => speakerId),
  ]);
  for (const { id, cluster } of choices) {
    if (!canonical.has(id)) throw new SpeakerVanished(cluster.name.name);
  }
  await noteKeys(client, choices);
  await noteAuthorities(
    client,
    choices.flatMap(({ id, cluster, evidence }) => {
      const { authority } = cluster;
      const isMeant = authority !== null && !evidence.some(({ kind }) => kind === 'ambiguous');
      return isMeant ? [{ id: canonical.get(id) ?? id, authority }] : [];
    }),
  );
  return choices;
}

async function chooseAll(
  client: PoolClient,
  clusters: readonly Cluster[],
  earlier: readonly EarlierLink[],
  publicationKey: string | null,
): Promise<Choice[]> {
  const stored = await findCandidates(client, {
    keys: [...new Set(clusters.flatMap(({ keys }) => keys))],
    authorityIds: clusters.flatMap(({ authority }) => authority?.id ?? []),
    publicationKey,
  });
  // Those that this article brings are candidates for its next speakers: "JO DOE" of a headline, "Jo Doe" of the text.
  const made: { readonly candidate: Candidate; readonly keys: readonly string[] }[] = [];
  return clusters.map((cluster): Choice => {
    const before = earlierLinkOf(cluster, earlier);
    if (before !== null) {
      const { speakerId: id, evidence } = before;
      return { id, cluster, evidence, isNew: false };
    }
    const ids = new Set([
      ...cluster.keys.flatMap((key) => stored.byKey.get(key) ?? []),
      ...(stored.byAuthority.get(cluster.authority?.id ?? '') ?? []),
    ]);
    const candidates = [...ids].flatMap((id) => stored.byId.get(id) ?? []);
    const own = made.filter(({ keys }) => keys.some((key) => cluster.keys.includes(key)));
    const { speakerId, evidence } = decide(cluster, [
      ...candidates,
      ...own.map(({ candidate }) => candidate),
    ]);
    if (speakerId !== null) return { id: speakerId, cluster, evidence, isNew: false };
    const id = newId();
    made.push({ candidate: newcomer(id, cluster), keys: storedKeys(cluster) });
    return { id, cluster, evidence: [...whyAlone(cluster), ...evidence], isNew: true };
  });
}

function whyAlone({ type, name, ...cluster }: Cluster): Evidence[] {
  if (storedKeys(cluster).length > 0) return [];
  const kind = type === 'person' ? 'single-word' : 'unnamed';
  return [{ kind, printed: name.name, stored: null }];
}

function newcomer(id: string, { name, otherNames, role, authority }: Cluster): Candidate {
  return {
    id,
    names: [name, ...otherNames].map((form) => {
      return { ...form, speakerId: id, full: true, given: false, hidden: false };
    }),
    roles: role === null ? [] : [role],
    articleCount: 1,
    authorityId: authority?.id ?? null,
    samePublication: false,
  };
}

/**
 * Removing the last other article that names one must not erase it under our hands. All in one go and in order: held one after
 * the other, they would make a circle with a removal. Gives where the merges of each end.
 */
async function holdSpeakers(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; canonical_id: string }>(
    `SELECT id, canonical_id FROM speaker
     WHERE id IN (SELECT unnest($1::uuid[]) UNION SELECT canonical_id FROM speaker WHERE id = ANY($1))
     ORDER BY id FOR KEY SHARE`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, canonical_id }) => [id, canonical_id]));
}

/** Where the merges of each speaker end: whom readers see. */
export async function readCanonicals(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; canonical_id: string }>(
    'SELECT id, canonical_id FROM speaker WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, canonical_id }) => [id, canonical_id]));
}

/** A speaker was erased between our two looks at it; the next attempt makes it anew. */
export class SpeakerVanished extends Error {
  readonly code = '40001';
  constructor(name: string) {
    super(`The speaker ${name} was erased while an article that names it was stored.`);
  }
}
