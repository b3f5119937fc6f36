// "He said…", "…, she added": the person whom the text is about and whom the pronoun fits.

import { DESCRIPTIONS, OFFICES, SOMEONE } from '../data/people';
import type { Gender } from '../entities';
import { genderOfRole } from '../kinds';
import {
  type Answer,
  type Article,
  type Context,
  fits,
  namingMention,
  refersTo,
  type Sieve,
} from '../sieve';
import type { SourcePart } from '../source';
import { untilHead } from './unnamed';

const FURTHEST_PARAGRAPHS = 3;
const MOST_MENTIONS = 60;

/** The gender of a pronoun for one person; null for all others. */
export function genderOf(pronoun: string): Gender | null {
  if (/^(?:he|him|his|himself)$/.test(pronoun)) return 'masculine';
  if (/^(?:she|her|hers|herself)$/.test(pronoun)) return 'feminine';
  return null;
}

/** The person that "he" or "she" stands for. */
export const byPronoun: Sieve = (article, part, context) => {
  const gender = part.pronoun === null ? null : genderOf(part.pronoun);
  if (gender === null) return null;
  const found = antecedent(article, part, gender, context);
  return found === null ? [] : [found];
};

/** The answer for a pronoun or possessive ("her campaign") at the start of `part`; null where nobody near fits. */
export function antecedent(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
): Answer | null {
  const quoted = article.document.tokens[part.first]!.quotation >= 0;
  if (quoted) return inQuotation(article, part, gender, context);
  const turn = context.outer === null ? null : startOfTurn(article, part);
  if (turn !== null) return inTurn(article, part, gender, context, turn);
  return inSentence(article, part, gender, context) ?? inFocus(article, part, gender, context);
}

/** "When Trump came, he said…": the first one named earlier in the sentence who is no mere object or possessor. */
function inSentence(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
): Answer | null {
  const { document, index } = article;
  const { tokens, sentences } = document;
  const own = sentences[tokens[part.first]!.sentence]!;
  for (const name of index.between(own.first, part.first, MOST_MENTIONS)) {
    const mention = index.names[name]!;
    const entity = article.entities.entityOf[name]!;
    if (mention.quoted || context.spokenOf.has(entity)) continue;
    if (!fits(article.entities.entities[entity]!, gender)) continue;
    const passing =
      tokens[mention.runFirst - 1]?.pos === 'ADP' ||
      /^'s?$/.test(tokens[mention.last]?.lower ?? '');
    if (!passing) return refersTo(article, part, entity, 0.95);
  }
  return null;
}

/** "…, Clinton said. Trump arrived. He said…": the latest subject or speaker; an unnamed one ("a baker") keeps the name away. */
function inFocus(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
): Answer | null {
  const { document, discourse, entities } = article;
  const { paragraph, sentence } = document.tokens[part.first]!;
  let unsure: { answer: Answer; distance: number } | null = null;
  // "…, Orsik said.¶Halvik was warmer. “…,” he said": a bare name that has just become the subject may be a person, too.
  let anotherIsNearer = false;
  for (const { answers, token, standing } of discourse.before(part.first)) {
    const distance = paragraph - document.tokens[token]!.paragraph;
    if (distance > FURTHEST_PARAGRAPHS) break;
    // "Dr Selma Hartwig doubted…. She said": someone near of unknown gender, rather than a woman some paragraphs ago
    if (unsure !== null && unsure.distance <= 1 && distance > unsure.distance) break;
    if (answers.length !== 1) continue;
    const [answer] = answers;
    if (answer!.entity === null) {
      const before = document.tokens[token]!.sentence < sentence;
      const inFocusNow = standing === 'speaker' || isOfGender(answer!, gender);
      const maybe = before && distance <= 1 && isSomeone(answer!, gender);
      // "Paul Venn won. His coach cried. He said": one of the two
      if (maybe && !inFocusNow && distance === 0) anotherIsNearer = true;
      if (unsure === null && maybe && inFocusNow)
        return { ...answer!, mentions: [bareSpan(part), ...answer!.mentions], confidence: 0.6 };
      continue;
    }
    const entity = entities.entities[answer!.entity]!;
    if (context.spokenOf.has(answer!.entity) || entity.type !== 'person' || entity.place) continue;
    if (entity.gender === gender) {
      const sure = confidenceOf(distance, standing);
      return refersTo(article, part, answer!.entity, anotherIsNearer ? NOT_SURE : sure);
    }
    // Who spoke under one bare name ("Putin said") is taken for a person until the gender says otherwise.
    const maySpeak = standing === 'speaker' || fits(entity, gender);
    if (entity.gender === null && !maySpeak && distance === 0) anotherIsNearer = true;
    if (entity.gender === null && maySpeak)
      unsure ??= {
        answer: refersTo(
          article,
          part,
          answer!.entity,
          anotherIsNearer ? NOT_SURE : distance <= 1 ? 0.8 : 0.55,
        ),
        distance,
      };
  }
  return unsure?.answer ?? latestMention(article, part, gender, context);
}

/** Less than a name needs to be given. */
const NOT_SURE = 0.5;

const confidenceOf = (distance: number, standing: 'subject' | 'speaker'): number =>
  (distance <= 1 ? 0.96 : 0.85) - (standing === 'subject' ? 0.02 : 0);

/** "A retired engineer said … He blamed": one person whom the text does not name, and who spoke. */
function isSomeone({ other }: Answer, gender: Gender): boolean {
  if (other?.type !== 'unnamed') return false;
  const noun = headOf(other.name);
  const own = genderOfRole(noun);
  if (own !== null) return own === gender;
  return SOMEONE.has(noun) || OFFICES.has(noun) || DESCRIPTIONS.has(noun);
}

/** "My mother was terrified. She said": her own word tells that she is meant, though she has not spoken yet. */
const isOfGender = ({ other }: Answer, gender: Gender): boolean =>
  other !== null && genderOfRole(headOf(other.name)) === gender;

const headOf = (phrase: string): string => untilHead(phrase).split(/\s+/).at(-1)!;

/** Named before and neither subject nor speaker: a guess, and worth no more than that. */
function latestMention(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
): Answer | null {
  const { document, index, entities } = article;
  const { paragraph, sentence } = document.tokens[part.first]!;
  for (const name of mentionsBefore(article, part.first)) {
    const mention = index.names[name]!;
    if (paragraph - document.tokens[mention.first]!.paragraph > FURTHEST_PARAGRAPHS) return null;
    const entity = entities.entityOf[name]!;
    if (context.spokenOf.has(entity) || !fits(entities.entities[entity]!, gender)) continue;
    if (entities.entities[entity]!.gender === gender) return refersTo(article, part, entity, 0.6);
    // "Momtsel invited Halvik to visit. He accepted": of the sentence before, though nothing tells his gender
    if (document.tokens[mention.first]!.sentence >= sentence - 1)
      return refersTo(article, part, entity, 0.55);
  }
  return null;
}

/** "“Ruth came late and she said…,” Halvik recalled": someone named in the same quotation, never the one who is quoted. */
function inQuotation(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
): Answer | null {
  const { document, index, entities } = article;
  const { quotation } = document.tokens[part.first]!;
  for (const name of mentionsBefore(article, part.first)) {
    const mention = index.names[name]!;
    if (document.tokens[mention.first]!.quotation !== quotation) break;
    const entity = entities.entityOf[name]!;
    if (isOuter(context, entity) || !fits(entities.entities[entity]!, gender)) continue;
    return refersTo(article, part, entity, 0.6);
  }
  const { paragraph } = document.tokens[part.first]!;
  for (const name of mentionsBefore(article, part.first)) {
    const mention = index.names[name]!;
    if (paragraph - document.tokens[mention.first]!.paragraph > 1) return null;
    const entity = entities.entityOf[name]!;
    if (isOuter(context, entity) || context.spokenOf.has(entity)) continue;
    if (entities.entities[entity]!.gender === gender)
      return {
        ...refersTo(article, part, entity, 0.4),
        mentions: [bareSpan(part), namingMention(article, entity, part.start)],
      };
  }
  return null;
}

/** The token behind the label of a turn ("REED:") that the pronoun stands in; null in running text. */
function startOfTurn({ document }: Article, part: SourcePart): number | null {
  const { tokens } = document;
  const { paragraph } = tokens[part.first]!;
  let first = part.first;
  while (first > 0 && tokens[first - 1]!.paragraph === paragraph) first -= 1;
  const colon = tokens.slice(first, first + 4).findIndex(({ text }) => text === ':');
  return colon > 0 && /^\p{Lu}+$/u.test(tokens[first]!.text) ? first + colon + 1 : null;
}

/** "REED: A man called Simmonds. He was very civil. He said…": someone named in the same answer, never who asks or answers. */
function inTurn(
  article: Article,
  part: SourcePart,
  gender: Gender,
  context: Context,
  turn: number,
): Answer | null {
  const { index, entities } = article;
  for (const name of mentionsBefore(article, part.first)) {
    if (index.names[name]!.first < turn) return null;
    const entity = entities.entityOf[name]!;
    const { type, place, gender: known, thing } = entities.entities[entity]!;
    if (type !== 'person' || place || thing || isOuter(context, entity)) continue;
    if ((known ?? gender) === gender)
      return refersTo(article, part, entity, known === null ? 0.6 : 0.8);
  }
  return null;
}

const isOuter = ({ outer }: Context, entity: number): boolean =>
  outer?.some((answer) => answer.entity === entity) ?? false;

const bareSpan = ({ start, end }: SourcePart): { start: number; end: number } => ({ start, end });

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
