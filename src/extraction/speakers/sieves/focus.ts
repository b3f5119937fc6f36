// "the New York businessman said", "the 22-year-old striker", "The Swede insisted": a description of whoever the text is about.

import { DESCRIPTIONS, ELECTED, OFFICES } from '../data/people';
import { PEOPLES } from '../data/places';
import type { Entity } from '../entities';
import { genderOfRole, headOfRole } from '../kinds';
import { partyIn } from '../parties';
import { type Article, isSurelyPerson, refersTo, type Sieve } from '../sieve';
import type { SourcePart } from '../source';
import { mentionsBefore } from './pronoun';

const FURTHEST_PARAGRAPHS = 2;

/** The person in focus, where the description fits, and no office is meant that someone else may hold. */
export const byFocus: Sieve = (article, part, context) => {
  const { document, discourse, entities } = article;
  const { tokens } = document;
  if (part.noun === null || tokens[part.first]!.lower !== 'the') return null;
  // "“The doctor said three weeks,” Pryce recalled": of people in quotations nothing is known
  if (tokens[part.first]!.quotation >= 0) return null;
  const noun = tokens[part.noun]!.lower;
  const people = PEOPLES.has(noun) || DEMONYM.test(noun);
  const office = OFFICES.has(noun) && !DESCRIPTIONS.has(noun);
  // "the prosecutor" of words just spoken; but "the city treasurer" is someone new, "the Indiana governor" need not be
  if (office && part.noun - part.first > 1 && !ELECTED.has(noun)) return null;
  const former = tokens
    .slice(part.first, part.noun)
    .some(({ lower }) => /^(?:former|ex)$/.test(lower));
  if (office && former) return null;
  const party = partyIn(tokens.slice(part.first, part.noun + 1).map(({ lower }) => lower));
  // "The actor who will voice Wilbur", "the star of the series": said who it is, and it is someone else; not "the father of two"
  const defined =
    /^(?:who|that|whose|of)$/.test(tokens[part.last]?.lower ?? '') &&
    tokens[part.last + 1]?.pos !== 'NUM';
  const outside = part.noun + 1 < part.last || defined;
  // "The 54-year-old vicar said": an age is told of whom the text is about, whatever the noun
  const aged = tokens.slice(part.first, part.noun).some(({ lower }) => /year-old$/.test(lower));
  if (outside || !(people || office || aged || DESCRIPTIONS.has(noun))) return null;
  const gender = genderOfRole(noun);
  const { paragraph } = tokens[part.first]!;
  for (const { answers, token, standing } of discourse.before(part.first)) {
    if (paragraph - tokens[token]!.paragraph > FURTHEST_PARAGRAPHS) return null;
    // "Bellandi and his goalkeeper agreed…," the Italian said: the first of them
    const who = answers[0]!.entity;
    if (who === null) continue;
    const entity = entities.entities[who]!;
    if (!isSurelyPerson(entity) || context.spokenOf.has(who)) continue;
    // "Hugh Maddern KC suggested she was lying. “That is not true,” the witness said": who asks in court is no witness
    if (/^(?:witness|defendant|plaintiff)$/.test(noun) && asksInCourt(article, entity)) return null;
    if (party !== null && (entity.party ?? party) !== party) continue;
    if (gender !== null && entity.gender !== null && entity.gender !== gender) continue;
    // "the governor said" after words of a senator: another person
    // "the judge said" after someone was merely mentioned: the judge is another
    if (office && !ELECTED.has(noun) && standing !== 'speaker') return null;
    const political =
      entity.party !== null || entity.roles.length > 0 || entity.mentions.length > 2;
    if (POLITICIAN.test(noun) && !political) return null;
    const holds = entity.roles.some((role) => OFFICES.has(headOfRole(role)));
    // "Boone agreed.¶The chair said the meeting was closed": over the break it is whoever presides
    const furthest = ELECTED.has(noun) ? 1 : 0;
    if (office && (holds || paragraph - tokens[token]!.paragraph > furthest)) return null;
    // "The Portuguese added" where several people have just spoken: nothing tells which of them is one
    if (people && severalSpoke(article, part, who)) return [refersTo(article, part, who, 0.5)];
    if (people && moreProminent(article, part, who, paragraph - tokens[token]!.paragraph))
      return [refersTo(article, part, who, 0.5)];
    return [refersTo(article, part, who, office ? 0.6 : 0.75)];
  }
  return null;
};

const LAWYER =
  /^(?:advocate|attorney|barrister|coroner|counsel|judge|lawyer|magistrate|prosecutor|recorder|solicitor)$/;

function asksInCourt({ document, index }: Article, { roles, mentions }: Entity): boolean {
  const after = mentions.map((name) => document.tokens[index.names[name]!.last]?.text ?? '');
  return (
    after.some((text) => /^[KQS]C$/.test(text)) ||
    roles.some((role) => LAWYER.test(headOfRole(role)))
  );
}

/**
 * "Rovers have sacked Dean Hargreaves. In a statement, Ken Obuya thanked Hargreaves…¶The 49-year-old had insisted…": over the
 * break between paragraphs the description goes on about either, the last speaker or the one whom the text is about.
 */
function moreProminent(
  article: Article,
  part: SourcePart,
  who: number,
  paragraphs: number,
): boolean {
  if (paragraphs === 0) return false;
  const { document, entities, index } = article;
  const { tokens } = document;
  const { paragraph } = tokens[part.first]!;
  const mentions = (entity: number): number =>
    entities.entities[entity]!.mentions.filter((name) => index.names[name]!.first < part.first)
      .length;
  const own = mentions(who);
  for (const name of mentionsBefore(article, part.first)) {
    if (paragraph - tokens[index.names[name]!.first]!.paragraph > paragraphs) return false;
    const other = entities.entityOf[name]!;
    const entity = entities.entities[other]!;
    if (other !== who && isSurelyPerson(entity) && mentions(other) > own) return true;
  }
  return false;
}

function severalSpoke(article: Article, part: SourcePart, who: number): boolean {
  const { tokens } = article.document;
  const { paragraph } = tokens[part.first]!;
  return article.discourse
    .before(part.first)
    .some(
      ({ answers, token, standing }) =>
        standing === 'speaker' &&
        tokens[token]!.paragraph === paragraph &&
        answers.length === 1 &&
        answers[0]!.entity !== null &&
        answers[0]!.entity !== who,
    );
}

const DEMONYM =
  /(?:[a-z]{3}ian|[a-z]{3}ese|year-old|[a-z]{3}lander|(?:french|dutch|irish|english|welsh|cornish)(?:wo)?man)$/;
const POLITICIAN = /^(?:nominee|candidate|hopeful|contender|frontrunner|front-runner)$/;
