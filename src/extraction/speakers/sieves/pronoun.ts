// "He said…", "…, she added": the latest person whom the pronoun fits, first of all the one who spoke last.

import type { Entity, Gender } from '../entities';
import { type Article, entityAnswer, fits, namingMention, type Sieve } from '../sieve';

const FURTHEST_PARAGRAPHS = 3;
const MOST_MENTIONS = 60;

/** The gender of a pronoun for one person; null for all others. */
export function genderOf(pronoun: string): Gender | null {
  if (/^(?:he|him|his|himself)$/.test(pronoun)) return 'masculine';
  if (/^(?:she|her|hers|herself)$/.test(pronoun)) return 'feminine';
  return null;
}

/** The person that "he" or "she" stands for. */
export const byPronoun: Sieve = (article, part) => {
  const gender = part.pronoun === null ? null : genderOf(part.pronoun);
  if (gender === null) return null;
  const found = pronounAntecedent(article, part.first, gender);
  if (found === null) return null;
  const own = { start: part.start, end: part.end };
  return [
    entityAnswer(
      found.entity,
      [own, namingMention(article, found.entity, part.start)],
      found.confidence,
    ),
  ];
};

/** The person whom a pronoun at token `at` means; null where nobody near fits. */
export function pronounAntecedent(
  article: Article,
  at: number,
  gender: Gender,
): { entity: number; confidence: number } | null {
  const speaker = lastSpeaker(article, at, gender);
  const subject = lastSubject(article, at, gender);
  if (speaker !== null && subject !== null && speaker.entity !== subject.entity) {
    // A new name as subject after the last words spoken takes over: "…, Clinton said. Trump arrived. He said…"
    return subject.token > speaker.token
      ? { entity: subject.entity, confidence: 0.65 }
      : { entity: speaker.entity, confidence: 0.7 };
  }
  if (speaker !== null)
    return { entity: speaker.entity, confidence: subject === null ? 0.75 : 0.85 };
  if (subject !== null) return { entity: subject.entity, confidence: 0.7 };
  const latest = lastMention(article, at, gender);
  return latest === null ? null : { entity: latest, confidence: 0.5 };
}

interface Candidate {
  readonly entity: number;
  readonly token: number;
}

/** The person who spoke last before token `at`. */
function lastSpeaker(article: Article, at: number, gender: Gender): Candidate | null {
  const { document, resolved, entities } = article;
  const { paragraph, start } = document.tokens[at]!;
  for (let i = resolved.length - 1; i >= 0 && i >= resolved.length - 12; i -= 1) {
    const { attribution, answers } = resolved[i]!;
    const source = attribution.source;
    if (source === null || source.start >= start || answers.length !== 1) continue;
    const entity = answers[0]!.entity;
    const token = tokenAt(article, source.start);
    if (paragraph - document.tokens[token]!.paragraph > FURTHEST_PARAGRAPHS) return null;
    if (entity !== null && mayHaveSpoken(entities.entities[entity]!, gender))
      return { entity, token };
  }
  return null;
}

/** Who spoke under one bare name ("Putin said") is taken for a person until the gender says otherwise. */
const mayHaveSpoken = (entity: Entity, gender: Gender): boolean =>
  entity.type === 'person' &&
  (entity.gender ?? gender) === gender &&
  entity.locative * 2 < entity.mentions.length;

/** The latest fitting person whose name opens a sentence or clause, outside quotations. */
function lastSubject(article: Article, at: number, gender: Gender): Candidate | null {
  const { document, index, entities } = article;
  const { tokens, sentences } = document;
  const { paragraph, sentence } = tokens[at]!;
  let unsure: Candidate | null = null;
  for (const name of mentionsBefore(article, at)) {
    const mention = index.names[name]!;
    if (paragraph - tokens[mention.first]!.paragraph > FURTHEST_PARAGRAPHS) break;
    if (mention.quoted) continue;
    const entity = article.entities.entityOf[name]!;
    if (!fits(entities.entities[entity]!, gender) || isPossessor(article, mention.last)) continue;
    const own = sentences[tokens[mention.first]!.sentence]!;
    const before = mention.runFirst - own.first;
    // "In Ohio on Tuesday, Trump…": a subject stands near the start and is followed by its verb
    const verbFollows = /^(?:VERB|AUX|ADV)$/.test(tokens[mention.last]?.pos ?? '');
    const behindPreposition = tokens[mention.runFirst - 1]?.pos === 'ADP';
    const opens = before <= 2 || (before <= 14 && verbFollows && !behindPreposition);
    if (!opens && tokens[mention.first]!.sentence !== sentence) continue;
    const candidate = { entity, token: mention.first };
    if (entities.entities[entity]!.gender === gender) return candidate;
    unsure ??= candidate;
  }
  return unsure;
}

function lastMention(article: Article, at: number, gender: Gender): number | null {
  const { document, index, entities } = article;
  const { paragraph } = document.tokens[at]!;
  for (const name of mentionsBefore(article, at)) {
    if (paragraph - document.tokens[index.names[name]!.first]!.paragraph > FURTHEST_PARAGRAPHS)
      return null;
    const entity = entities.entityOf[name]!;
    if (entities.entities[entity]!.gender === gender) return entity;
  }
  return null;
}

/** The names before token `at`, nearest first, no more than sixty. */
export function mentionsBefore(article: Article, at: number): number[] {
  const { index } = article;
  let low = 0;
  let high = index.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.names[middle]!.first >= at) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let i = low - 1; i >= 0 && found.length < MOST_MENTIONS; i -= 1) found.push(i);
  return found;
}

const isPossessor = (article: Article, index: number): boolean =>
  /^'s?$/.test(article.document.tokens[index]?.lower ?? '');

export function tokenAt(article: Article, offset: number): number {
  const { tokens } = article.document;
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
