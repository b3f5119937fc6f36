// attributions → speakers: an ordered row of resolvers; each sees only what is still open, each answer names its resolver.

import type { Attribution } from '../attributions/attribution';
import { type Document, tokensIn } from '../document';
import { findParents } from '../nesting';
import type { ArticleSpeaker, SpeakerCandidate, SpeakerLink } from '../types';
import { candidatesAmong } from './candidates';
import { createDiscourse } from './discourse';
import { gatherEntities, settleTypes } from './entities';
import { learnGenders } from './genders';
import { indexNames } from './nameIndex';
import { findNames } from './names';
import { stemsOfPeoples } from './peoples';
import type { Answer, Article, Context, Resolved, Sieve } from './sieve';
import { byBodyNoun } from './sieves/body';
import { byBodyWords } from './sieves/bodyWords';
import { byOwner } from './sieves/campaign';
import { byTwoCountries } from './sieves/countries';
import { byFamily } from './sieves/family';
import { byFirstPerson } from './sieves/firstPerson';
import { byFocus } from './sieves/focus';
import { byHeadlineName } from './sieves/headline';
import { byExamples } from './sieves/including';
import { byIt } from './sieves/it';
import { byLabel } from './sieves/label';
import { byLaterName } from './sieves/laterName';
import { byNameBehindLead } from './sieves/leadName';
import { byName } from './sieves/name';
import { byJointStatement, byPairNamed, byTwoOfRole } from './sieves/plural';
import { byPronoun } from './sieves/pronoun';
import { antecedentOf, byRelative } from './sieves/relative';
import { byRole } from './sieves/role';
import { byRunOn, goingOn } from './sieves/runOn';
import { bySide } from './sieves/side';
import { byThey } from './sieves/they';
import { asUnnamed } from './sieves/unnamed';
import { readSource, type SourcePart } from './source';
import { createSpeakerList } from './speakerList';

const SIEVES: readonly (readonly [name: string, sieve: Sieve])[] = [
  ['label', byLabel],
  ['family', byFamily],
  ['name', byName],
  ['headline', byHeadlineName],
  ['owner', byOwner],
  ['examples', byExamples],
  ['relative', byRelative],
  ['first-person', byFirstPerson],
  ['pronoun', byPronoun],
  ['joint-statement', byJointStatement],
  ['pair', byPairNamed],
  ['two-of-role', byTwoOfRole],
  ['two-countries', byTwoCountries],
  ['role', byRole],
  ['later-name', byLaterName],
  ['lead-name', byNameBehindLead],
  ['side', bySide],
  ['focus', byFocus],
  ['body', byBodyNoun],
  ['body-words', byBodyWords],
  ['it', byIt],
  ['they', byThey],
  ['unnamed', asUnnamed],
];

/**
 * A name that is less sure than this is withheld, since a wrong name does more harm than none: whoever it may be stands
 * among the candidates. docs/speakers.md has what was measured for this and other thresholds.
 */
export const LEAST_CONFIDENCE = 0.55;

/** Speakers of the article, and for each attribution its links to them. */
export interface ResolvedSpeakers {
  readonly speakers: readonly ArticleSpeaker[];
  readonly links: readonly (readonly SpeakerLink[])[];
  /** For each attribution those who may be meant where nobody is named surely enough. */
  readonly candidates: readonly (readonly SpeakerCandidate[])[];
  /** The names of the article, and whose they are. */
  readonly article: Pick<Article, 'index' | 'entities' | 'peoples'>;
  /** The place of an entity in `speakers`; null for those that no statement is attributed to. */
  speakerOf(entity: number): number | null;
}

type Named = Answer & { readonly resolvedBy: string };

/** Finds who each source is. An attribution that nothing resolves has no links: a wrong name does more harm than none. */
export function resolveSpeakers(
  document: Document,
  attributions: readonly Attribution[],
): ResolvedSpeakers {
  const names = findNames(document);
  const entities = gatherEntities(document, names);
  settleTypes(entities, learnGenders(document, names, entities));
  const index = indexNames(names);
  const article: Article = {
    document,
    index,
    entities,
    resolved: [],
    peoples: stemsOfPeoples(document),
    learned: new Map(),
    discourse: createDiscourse({ document, index }, (part) =>
      resolvePart(article, part, SUBJECT).filter(isSure),
    ),
  };
  const answers: (readonly Named[])[] = attributions.map(() => []);
  const weak: (readonly Named[])[] = attributions.map(() => []);
  const parents = findParents(attributions);
  for (const i of inReadingOrder(attributions, parents)) {
    const parent = parents[i] ?? null;
    const outer = parent === null ? null : answers[parent]!;
    const found = resolve(article, attributions[i]!, outer);
    answers[i] = found.filter(isSure);
    weak[i] = found.filter((answer) => !isSure(answer));
  }
  for (const [i, behind] of goingOn(document, attributions)) {
    const found = answers[behind]!.filter(isSure);
    if (found.length > 0) answers[i] = found.map((answer) => ({ ...answer, resolvedBy: 'run-on' }));
  }
  const list = createSpeakerList(entities);
  const links = answers.map((found) =>
    found.map(({ resolvedBy, mentions, confidence, ...answer }): SpeakerLink => ({
      speaker: list.indexOf(answer),
      resolvedBy,
      mentions,
      confidence,
    })),
  );
  const candidates = weak.map((found) => candidatesAmong(entities, found));
  return {
    speakers: list.speakers(),
    links,
    candidates,
    article,
    speakerOf: (entity) => list.placeOf(entity),
  };
}

const isName = ({ entity, other }: Answer): boolean =>
  entity !== null || other?.type === 'organisation';

const isSure = ({ confidence }: Answer): boolean => confidence >= LEAST_CONFIDENCE;

const SUBJECT: Context = { attribution: null, outer: null, spokenOf: new Set() };

/** Outer statements before those within them ("“I asked whether…,” she said"), else as their sources stand in the text. */
function inReadingOrder(
  attributions: readonly Attribution[],
  parents: readonly (number | null)[],
): number[] {
  const depths: number[] = [];
  const depth = (i: number): number => {
    const chain: number[] = [];
    let at: number | null = i;
    while (at !== null && depths[at] === undefined) {
      chain.push(at);
      at = parents[at] ?? null;
    }
    let deep = at === null ? -1 : depths[at]!;
    for (const link of chain.reverse()) depths[link] = deep += 1;
    return depths[i]!;
  };
  return attributions
    .map((attribution, i) => ({ i, depth: depth(i), place: placeOf(attribution) }))
    .sort((a, b) => a.depth - b.depth || a.place - b.place || a.i - b.i)
    .map(({ i }) => i);
}

const placeOf = ({ source, cue, content }: Attribution): number =>
  source?.start ?? cue?.start ?? content[0]!.start;

function resolve(
  article: Article,
  attribution: Attribution,
  outer: readonly Answer[] | null,
): readonly Named[] {
  const { document } = article;
  if (attribution.source === null) {
    const answers = byRunOn(article, attribution) ?? [];
    if (outer === null)
      article.resolved.push(record(document, attribution, answers.filter(isSure)));
    return answers.map((answer) => ({ ...answer, resolvedBy: 'run-on' }));
  }
  const { first } = tokensIn(document, attribution.source);
  article.discourse.readTo(first);
  const context = { attribution, outer, spokenOf: namedIn(article, attribution) };
  const parts = readSource(document, attribution.source, article.index);
  const answers = distinct(parts.flatMap((part) => resolvePart(article, part, context)));
  if (outer === null) {
    const sure = answers.filter(isSure);
    article.resolved.push(record(document, attribution, sure));
    article.discourse.spoke(first, sure);
  }
  return answers;
}

/** The first answer that is sure enough, with the weaker ones of the resolvers before it. */
function resolvePart(article: Article, part: SourcePart, context: Context): readonly Named[] {
  const weak: Named[] = [];
  for (const [resolvedBy, sieve] of SIEVES) {
    const found = sieve(article, part, context)?.map((answer) => ({ ...answer, resolvedBy }));
    if (found === undefined) continue;
    // "Nobody" is an answer as well.
    if (found.length === 0 || found.some((answer) => isSure(answer) && isName(answer)))
      return found;
    if (found.some(isSure)) return [...found, ...weak];
    weak.push(...found);
  }
  const behind = antecedentOf(article, part);
  return behind === null ? weak : [...resolvePart(article, behind, context), ...weak];
}

const MOST_SPOKEN_OF = 60;

function namedIn(article: Article, { content }: Attribution): ReadonlySet<number> {
  const found = new Set<number>();
  for (const span of content.slice(0, MOST_SPOKEN_OF)) {
    const { first, last } = tokensIn(article.document, span);
    for (const name of article.index.between(first, last, MOST_SPOKEN_OF))
      found.add(article.entities.entityOf[name]!);
  }
  return found;
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
