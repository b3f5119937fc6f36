// Answers that are not sure enough to be given as the speaker → candidates, which stand beside the statement.

import type { SpeakerCandidate } from '../types';
import type { Entities } from './entities';
import type { Answer } from './sieve';

const MOST_CANDIDATES = 5;

/** The people and bodies that may be meant, each once, the likeliest first. */
export function candidatesAmong(
  { entities }: Pick<Entities, 'entities'>,
  weak: readonly (Answer & { readonly resolvedBy: string })[],
): SpeakerCandidate[] {
  const seen = new Set<string>();
  return [...weak]
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap(({ entity, other, resolvedBy, mentions, confidence }): SpeakerCandidate[] => {
      const { name, type } = entity === null ? other! : entities[entity]!;
      const printed = name.replace(/\s+/g, ' ');
      const named = type === 'person' || type === 'organisation';
      if (!named || seen.has(printed)) return [];
      seen.add(printed);
      return [{ name: printed, type, resolvedBy, mentions, confidence }];
    })
    .slice(0, MOST_CANDIDATES);
}
