// attributions → speakers: an ordered row of resolvers; each sees only what is still open, each answer names its resolver.

import type { Attribution } from '../attributions/attribution';
import { type Document, tokensIn } from '../document';
import type { ArticleSpeaker, SpeakerLink } from '../types';
import { gatherEntities } from './entities';
import { learnGenders } from './genders';
import { findNames } from './names';
import type { Answer, Article, Resolved, Sieve } from './sieve';
import { byBodyNoun, byBodyWords, byIt } from './sieves/body';
import { byOwner } from './sieves/campaign';
import { byFirstPerson } from './sieves/firstPerson';
import { byHeadlineName } from './sieves/headline';
import { byLabel } from './sieves/label';
import { byName } from './sieves/name';
import { byJointStatement, byTwoOfRole } from './sieves/plural';
import { byPronoun } from './sieves/pronoun';
import { byRole } from './sieves/role';
import { byRunOn } from './sieves/runOn';
import { asUnnamed } from './sieves/unnamed';
import { indexNames, readSource } from './source';
import { createSpeakerList } from './speakerList';

const SIEVES: readonly (readonly [name: string, sieve: Sieve])[] = [
  ['label', byLabel],
  ['name', byName],
  ['headline', byHeadlineName],
  ['owner', byOwner],
  ['pronoun', byPronoun],
  ['joint-statement', byJointStatement],
  ['first-person', byFirstPerson],
  ['two-of-role', byTwoOfRole],
  ['role', byRole],
  ['body', byBodyNoun],
  ['body-words', byBodyWords],
  ['it', byIt],
  ['unnamed', asUnnamed],
];

/** Speakers of the article, and for each attribution its links to them. */
export interface ResolvedSpeakers {
  readonly speakers: readonly ArticleSpeaker[];
  readonly links: readonly (readonly SpeakerLink[])[];
}

type Named = Answer & { readonly resolvedBy: string };

/** Finds who each source is. An attribution that nothing resolves has no links: a wrong name does more harm than none. */
export function resolveSpeakers(
  document: Document,
  attributions: readonly Attribution[],
): ResolvedSpeakers {
  const names = findNames(document);
  const entities = gatherEntities(document, names);
  learnGenders(document, names, entities);
  const article: Article = { document, index: indexNames(names), entities, resolved: [] };
  const list = createSpeakerList(entities);
  const links: SpeakerLink[][] = attributions.map(() => []);
  // Sources are read in the order in which they stand, which is not always that of the contents.
  const order = attributions
    .map((_, i) => i)
    .sort((a, b) => placeOf(attributions[a]!) - placeOf(attributions[b]!) || a - b);
  for (const i of order) {
    const attribution = attributions[i]!;
    const answers = resolve(article, attribution);
    article.resolved.push(record(document, attribution, answers));
    links[i] = answers.map(({ resolvedBy, mentions, confidence, ...answer }) => ({
      speaker: list.indexOf(answer),
      resolvedBy,
      mentions,
      confidence,
    }));
  }
  return { speakers: list.speakers(), links };
}

const placeOf = ({ source, cue, content }: Attribution): number =>
  source?.start ?? cue?.start ?? content[0]!.start;

function resolve(article: Article, attribution: Attribution): Named[] {
  if (attribution.source === null) {
    const answers = byRunOn(article, attribution);
    return (answers ?? []).map((answer) => ({ ...answer, resolvedBy: 'run-on' }));
  }
  const answers = readSource(article.document, attribution.source, article.index).map(
    (part): Named[] => {
      for (const [resolvedBy, sieve] of SIEVES) {
        const found = sieve(article, part, attribution);
        if (found !== null) return found.map((answer) => ({ ...answer, resolvedBy }));
      }
      return [];
    },
  );
  return distinct(answers.flat());
}

/** Each speaker once: "Mr. Quint, the mayor, and his office" may come to the same one twice. */
function distinct(answers: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return answers.filter(({ entity, other }) => {
    const key = entity === null ? `other ${other?.name}` : `entity ${entity}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function record(
  document: Document,
  attribution: Attribution,
  answers: readonly Answer[],
): Resolved {
  const last = tokensIn(document, attribution.content.at(-1)!).last - 1;
  const token = document.tokens[Math.max(0, last)];
  return { attribution, answers, paragraph: token?.paragraph ?? 0, sentence: token?.sentence ?? 0 };
}
