// What the resolvers share: the article's state while sources are resolved one after the other, in text order.

import type { Attribution } from '../attributions/attribution';
import { bisect, type Document } from '../document';
import type { Span } from '../types';
import type { Discourse } from './discourse';
import type { Entities, Entity, Gender } from './entities';
import type { NameIndex } from './nameIndex';
import type { SourcePart } from './source';

/** An answer of a resolver: entities of the article, or a body or text that only the source names. */
export interface Answer {
  readonly entity: number | null;
  /** For speakers that are no entity: a campaign, a document, someone unnamed. */
  readonly other: {
    readonly name: string;
    readonly type: 'organisation' | 'document' | 'group' | 'unnamed';
  } | null;
  readonly mentions: readonly Span[];
  readonly confidence: number;
}

/** An attribution that already has its speakers. */
export interface Resolved {
  readonly attribution: Attribution;
  readonly answers: readonly Answer[];
  readonly paragraph: number;
  readonly sentence: number;
}

export interface Article {
  readonly document: Document;
  readonly index: NameIndex;
  readonly entities: Entities;
  readonly discourse: Discourse;
  /** The stems of the peoples that it names: "kestri" of Kestrian. */
  readonly peoples: ReadonlySet<string>;
  /** Who turned out to be whom the lead only calls by a role; by the role's noun, filled as sources are resolved. */
  readonly learned: Map<string, { readonly entity: number; readonly words: ReadonlySet<string> }>;
  /** What was resolved so far, in text order; later ones are not known yet. */
  readonly resolved: Resolved[];
}

/** What a resolver may ask of the statement whose source it sees; the subject of a sentence has none. */
export interface Context {
  readonly attribution: Attribution | null;
  /** The speakers of the statement within whose content this source stands. */
  readonly outer: readonly Answer[] | null;
  /** People and bodies named in the content: nobody says "he" of himself and his name in one breath. */
  readonly spokenOf: ReadonlySet<number>;
}

/** A resolver: sees one part of a source that no earlier one has answered; null where it cannot tell. */
export type Sieve = (
  article: Article,
  part: SourcePart,
  context: Context,
) => readonly Answer[] | null;

export const entityAnswer = (
  entity: number,
  mentions: readonly Span[],
  confidence: number,
): Answer => ({ entity, other: null, mentions, confidence });

export const bare = ({ start, end }: Span): Span => ({ start, end });

/** The entity of a name mention. */
export function entityOfName(article: Article, name: number): number {
  return article.entities.entityOf[name]!;
}

/** A person by title, role or given name; else by two words that are no place: "Honolulu" and "Port Hallam" may be anything. */
export const isSurelyPerson = ({
  type,
  gender,
  surelyPerson,
  words,
  place,
  locative,
  mentions,
}: Entity): boolean =>
  type === 'person' &&
  !place &&
  (gender !== null || surelyPerson || (words.length > 1 && locative * 2 < mentions.length));

/** Does the gender fit, as far as it is known? */
export const fits = (entity: Entity, gender: Gender): boolean =>
  isSurelyPerson(entity) && (entity.gender ?? gender) === gender;

/** The mention that prints the entity's full name, nearest before `offset`, else the first one. */
export function namingMention(article: Article, entity: number, offset: number): Span {
  const { entities, index } = article;
  const { fullMentions, mentions } = entities.entities[entity]!;
  const full = fullMentions.length > 0 ? fullMentions : mentions;
  const behind = bisect(full.length, (i) => index.names[full[i]!]!.start > offset);
  return bare(index.names[full[Math.max(0, behind - 1)]!]!);
}

/** The answer that a mention stands for an entity named elsewhere. */
export const refersTo = (
  article: Article,
  part: SourcePart,
  entity: number,
  confidence: number,
): Answer =>
  entityAnswer(
    entity,
    [{ start: part.start, end: part.end }, namingMention(article, entity, part.start)],
    confidence,
  );
