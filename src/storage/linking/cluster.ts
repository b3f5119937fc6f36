// An article's speaker as linking looks at it: its full names, and the keys of all of them.

import type { FoldedSpeaker } from '../saving/speakerNames';
import type { Cluster } from './decide';
import { isAcronymOf, keysOf, mononymKeys } from './keys';
import { comparePersonNames, readPersonName } from './personName';

/** Reads a speaker; without keys it is nobody whom another article could name. */
export function readCluster({
  speaker,
  folded,
  aliases,
}: FoldedSpeaker): Omit<Cluster, 'authority'> {
  const { type, role } = speaker;
  const name = { name: speaker.name, folded };
  const own = readPersonName(folded);
  const otherNames =
    keysOf(type, name).length === 0
      ? []
      : aliases.filter((alias) => {
          if (type !== 'person') return isAcronymOf(alias.name, folded);
          const read = readPersonName(alias.folded);
          // "Hillary Clinton" beside "Hillary Rodham Clinton"; never a namesake that the text took for the same one
          return own !== null && read !== null && comparePersonNames(own, read) !== null;
        });
  const keys = [
    ...mononymKeys(type, name),
    ...[name, ...otherNames].flatMap((form) => keysOf(type, form)),
  ];
  return { type, name, otherNames, role: role === '' ? null : role, keys: [...new Set(keys)] };
}
