// "the company said", "the insurer", "the agency": the organisation whose name, description or place in the text fits the noun.

import { BODY_NOUNS } from '../data/organisations';
import { words } from '../data/words';
import type { Entity } from '../entities';
import { hasBodyWords, isPersonRole } from '../kinds';
import { roleWords } from '../roles';
import { type Article, type Context, refersTo, type Sieve } from '../sieve';
import type { SourcePart } from '../source';
import { mentionsBefore } from './pronoun';

const FURTHEST_PARAGRAPHS = 6;

// Nouns that mean bodies of one kind, with the words in names that tell the kind.
const KINDS: readonly (readonly [nouns: ReadonlySet<string>, names: ReadonlySet<string>])[] = [
  [
    words(`company firm airline retailer insurer manufacturer carmaker automaker lender broker operator supplier developer publisher studio
      startup start-up conglomerate giant maker business brewer miner bank chain supermarket`),
    words(
      'inc corp ltd plc llc co company corporation group holdings bank air airlines airways lines ferries foods motors energy systems technologies industries partners capital pharmaceuticals lines',
    ),
  ],
  [
    words('newspaper paper magazine journal outlet broadcaster station network website site'),
    words(
      'times post journal herald tribune gazette globe mail guardian telegraph independent observer news press magazine review daily chronicle examiner record radio television tv channel courier',
    ),
  ],
  [
    words('agency department ministry bureau office administration authority regulator watchdog'),
    words('agency department ministry bureau office administration authority commission board'),
  ],
  [words('court tribunal'), words('court tribunal')],
  [words('party'), words('party democrats republicans labour tories conservatives')],
  [words('union'), words('union association federation workers')],
  [words('university school college'), words('university school college institute academy')],
  [words('club team side'), words('club united city rovers wanderers fc')],
  // each of these says so in its own name
  ...[
    ...words(
      'council parliament congress senate committee commission panel board government police army church',
    ),
  ].map((noun) => [words(noun), words(noun)] as const),
  [words('country state nation city'), new Set()],
];

/** The organisation that a definite noun stands for. */
export const byBodyNoun: Sieve = (article, part, context) => {
  const { tokens } = article.document;
  if (part.noun === null || part.noun !== part.last - 1) return null;
  const noun = tokens[part.noun]!.lower;
  const opener = tokens[part.first]!.lower;
  if (!BODY_NOUNS.has(noun) || !/^(?:the|this|that)$/.test(opener)) return null;
  const described = tokens
    .slice(part.first + 1, part.noun)
    .filter((token) => token.word)
    .map((token) => token.lower);
  const named = byItsName(article, part, noun, described, context);
  if (named !== null) return [refersTo(article, part, named, 0.75)];
  // "the environment ministry", "the cabinet office": a body of its own, not the last one that spoke
  if (described.length > 0 && !isPlainDescription(noun)) return null;
  if (part.noun + 1 < tokens.length && tokens[part.noun + 1]!.lower === 'of') return null;
  const inFocus = latestInFocus(article, part, noun, context);
  if (inFocus !== null) return inFocus;
  const only = onlyNearby(article, part, noun, context);
  const main = mostNamed(article, part, noun, context);
  if (main !== null && main !== only) return [refersTo(article, part, main, 0.5)];
  return only === null ? null : [refersTo(article, part, only, 0.6)];
};

/** "the software company", "the local government watchdog": the words describe, they do not name. */
const isPlainDescription = (noun: string): boolean =>
  KINDS[0]![0].has(noun) ||
  /^(?:watchdog|regulator|group|charity|organisation|organization|giant|body)$/.test(noun);

/** The latest organisation whose name or description has the noun ("the commission", Upper Basin Commission). */
function byItsName(
  article: Article,
  part: SourcePart,
  noun: string,
  described: readonly string[],
  { spokenOf }: Context,
): number | null {
  const { document, index, entities } = article;
  const { paragraph } = document.tokens[part.first]!;
  // "the Food & Agriculture Organisation criticised the World Trade Organisation. The organisation said": the one in focus
  for (const { answers, token } of article.discourse.before(part.first)) {
    const entity = answers.length === 1 ? answers[0]!.entity : null;
    if (entity === null || paragraph - document.tokens[token]!.paragraph > 2) continue;
    const { type, words: own, place } = entities.entities[entity]!;
    if (type !== 'organisation' || place || spokenOf.has(entity) || !own.includes(noun)) continue;
    if (described.every((word) => own.includes(word))) return entity;
  }
  const kind = KINDS.slice(1, 3).find(([nouns]) => nouns.has(noun))?.[1] ?? new Set<string>();
  for (const name of mentionsBefore(article, part.first)) {
    if (paragraph - document.tokens[index.names[name]!.first]!.paragraph > FURTHEST_PARAGRAPHS)
      return null;
    const entity = entities.entityOf[name]!;
    const { type, words: own, roles, place } = entities.entities[entity]!;
    if (type !== 'organisation' || place || spokenOf.has(entity)) continue;
    const told = new Set([...own, ...roles.flatMap(roleWords)]);
    const plain = described.length === 0 || isPlainDescription(noun);
    const fits = told.has(noun) || (plain && own.some((word) => kind.has(word)));
    // "the Calder Journal of Biology": no newspaper, so that "the paper" is what it printed
    const scholarly = own.includes('journal') && own.includes('of');
    if (
      fits &&
      !(scholarly && noun === 'paper') &&
      (plain || described.every((word) => told.has(word)))
    )
      return entity;
  }
  return null;
}

/** May an entity be called by the noun? Bodies whose name tells another kind may not. */
function mayBeCalled(entity: Entity, noun: string): boolean {
  const own = KINDS.find(([nouns]) => nouns.has(noun));
  if (own !== undefined && own[1].size === 0) return entity.place;
  if (entity.place || entity.thing) return false;
  const told = KINDS.filter(([, names]) => entity.words.some((word) => names.has(word)));
  if (own === undefined || told.includes(own)) return true;
  if (told.length > 0) return false;
  // A court, ministry or party says so in its name; a company, union or watchdog need not.
  if (
    /^(?:court|tribunal|agency|ministry|department|bureau|office|administration|authority|council|committee|commission|parliament|congress|senate|panel|party|church|university|school|college|police|army|government)$/.test(
      noun,
    )
  )
    return false;
  return !isGovernmental(entity);
}

/** "In the Wells Fargo scandal, people saw fees. The bank said": the only body of the kind in the last two sentences. */
function onlyNearby(
  article: Article,
  part: SourcePart,
  noun: string,
  { spokenOf }: Context,
): number | null {
  const { document, entities, index } = article;
  const { sentence } = document.tokens[part.first]!;
  const near = new Set<number>();
  for (const name of mentionsBefore(article, part.first)) {
    if (sentence - document.tokens[index.names[name]!.first]!.sentence > 2) break;
    const entity = entities.entityOf[name]!;
    const { type, words: own } = entities.entities[entity]!;
    if (type !== 'organisation' || own.length < 2 || spokenOf.has(entity)) continue;
    if (mayBeCalled(entities.entities[entity]!, noun)) near.add(entity);
  }
  const [only] = near;
  return near.size === 1 ? only! : null;
}

const isGovernmental = ({ words: own }: Entity): boolean =>
  own.length === 1 &&
  /^(?:congress|nato|opec|un|eu|pentagon|kremlin|fbi|cia|nsa|gop|dnc|rnc|isis)$/.test(own[0]!);

/** "IBM has been busy. The company said": the body that the text has just been about. */
function latestInFocus(
  article: Article,
  part: SourcePart,
  noun: string,
  { spokenOf }: Context,
): ReturnType<Sieve> {
  const { document, discourse, entities } = article;
  const { paragraph } = document.tokens[part.first]!;
  for (const { answers, token } of discourse.before(part.first)) {
    if (paragraph - document.tokens[token]!.paragraph > 3) return null;
    const [answer] = answers;
    if (answers.length !== 1) continue;
    if (answer!.entity === null) {
      // "Trump's campaign is defending…. The campaign said"
      const { other } = answer!;
      if (other!.type !== 'organisation' || !other!.name.toLowerCase().split(' ').includes(noun))
        continue;
      const own = { start: part.start, end: part.end };
      return [{ ...answer!, mentions: [own, ...answer!.mentions], confidence: 0.75 }];
    }
    const entity = entities.entities[answer!.entity]!;
    if (spokenOf.has(answer!.entity)) continue;
    if (entity.type === 'organisation' && mayBeCalled(entity, noun))
      return [refersTo(article, part, answer!.entity, 0.75)];
  }
  return null;
}

/** "Opera", "IBM": what the text so far names most, where nothing says that it is a person or a body of another kind. */
function mostNamed(
  article: Article,
  part: SourcePart,
  noun: string,
  { spokenOf }: Context,
): number | null {
  const { entities } = article;
  const counts = new Map<number, number>();
  for (const name of mentionsBefore(article, part.first)) {
    const entity = entities.entityOf[name]!;
    const { type, surelyPerson, roles, words: own } = entities.entities[entity]!;
    const known = type === 'organisation' || (own.length === 1 && !surelyPerson);
    if (!known || roles.some(isPersonRole) || spokenOf.has(entity)) continue;
    if (!mayBeCalled(entities.entities[entity]!, noun)) continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 2) return null;
  const clear = second === undefined || first[1] >= 2 * second[1];
  return clear && (first[1] > 2 || hasBodyWords(entities.entities[first[0]]!.words))
    ? first[0]
    : null;
}
