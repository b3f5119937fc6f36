// Noun phrases next to a cue: the shallow grammar that finds sources.

import type { Token } from '../document';

/** Token indices, half-open. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const PRONOUNS = words(
  'i you he she it we they who someone everyone everybody nobody somebody others many some both these those this that one most few several neither',
);
const CLEAR_PRONOUNS = words('i he she we they');
const POSSESSIVES = words('my your his her its our their whose');
const QUANTIFIERS = words('both all each');
const LOOSE_PREPOSITIONS = words(
  'in at from with on to by behind near outside inside against under around across over within among between about',
);
const CLOSE_PREPOSITIONS = words('of for');
export const TIME_WORDS = words(`
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april
  june july august september october november december jan. feb. aug. sept. oct. nov. dec. earlier later recently then now
  meanwhile however week month year morning afternoon evening night again also once previously repeatedly subsequently
`);
const MOST_WORDS = 40;
const MOST_COMMAS = 5;

export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'NUM' ||
    (token.pos === 'X' && token.word));
const isPossessiveMark = (token: Token): boolean => token.lower === "'s" || token.lower === "'";
const isDeterminer = (token: Token): boolean =>
  token.word && (token.pos === 'DET' || POSSESSIVES.has(token.lower));
const joins = (token: Token): boolean => /^[-–&/]$/.test(token.text);

/** The noun phrase that ends right before token `end`, looking back no further than `floor`. */
export function nounPhraseBefore(
  tokens: readonly Token[],
  end: number,
  floor: number,
): Range | null {
  const index = end - 1;
  const token = tokens[index];
  if (index < floor || token === undefined) return null;
  const before = index > floor ? tokens[index - 1] : undefined;
  // "Richards and Menendez both stressed"
  if (QUANTIFIERS.has(token.lower) && isNominal(before))
    return nounPhraseBefore(tokens, index, floor);
  // "Smith, who said he…", "a report that said…": the antecedent
  if (/^(?:who|which|that)$/.test(token.lower)) return antecedent(tokens, index, floor);
  if (CLEAR_PRONOUNS.has(token.lower)) return { first: index, last: end };
  if (PRONOUNS.has(token.lower) && !isNominal(before)) return { first: index, last: end };
  // "John Smith, a lawyer in Houston, said", "Gingrich — mentioned as a choice — said"
  if (/^(?:,|—|–|-)$/.test(token.text)) return withApposition(tokens, index, floor);
  // "the World Health Organization (WHO) said"
  if (token.text === ')') {
    const open = findBack(tokens, index, floor, '(', 30);
    const inner = open === null ? null : nounPhraseBefore(tokens, open, floor);
    return inner === null ? null : { first: inner.first, last: end };
  }
  return walkBack(tokens, end, floor);
}

function antecedent(tokens: readonly Token[], index: number, floor: number): Range | null {
  const comma = tokens[index - 1]?.text === ',';
  const phrase = index - 1 >= floor ? walkBack(tokens, comma ? index - 1 : index, floor) : null;
  const who = tokens[index]!.lower === 'who';
  // "met at one of Trump's clubs with a man who said": without a comma the nearest name need not be meant
  const doubtful =
    who &&
    !comma &&
    phrase !== null &&
    phrase.first > floor &&
    tokens[phrase.first - 1]!.pos === 'ADP' &&
    tokens[index - 1]!.pos === 'PROPN';
  if (phrase !== null && !doubtful) return who ? { first: phrase.first, last: index + 1 } : phrase;
  return who ? { first: index, last: index + 1 } : null;
}

function findBack(
  tokens: readonly Token[],
  from: number,
  floor: number,
  text: string,
  most: number,
): number | null {
  for (let i = from - 1; i >= floor && from - i <= most; i -= 1)
    if (tokens[i]!.text === text) return i;
  return null;
}

/** "Cory James, 22, of Flint, Mich., said": from the closing comma back over all that only describes the name. */
function withApposition(tokens: readonly Token[], closing: number, floor: number): Range | null {
  const mark = tokens[closing]!.text;
  let at = findBack(tokens, closing, floor, mark, MOST_WORDS);
  if (at === null || at === closing - 1) return null;
  let phrase: Range | null = null;
  for (let i = 0; i < MOST_COMMAS; i += 1) {
    const candidate: Range | null =
      tokens[at - 1]?.text === ')'
        ? nounPhraseBefore(tokens, at, floor)
        : walkBack(tokens, at, floor);
    if (candidate === null) break;
    const outside = candidate.first > floor ? tokens[candidate.first - 1] : undefined;
    // "On Tuesday, the mayor, a Democrat, said": what stands in a phrase of place or time is not the source
    if (phrase !== null && outside?.pos === 'ADP') break;
    phrase = candidate;
    if (outside?.text !== mark || !describes(tokens, candidate)) break;
    at = candidate.first - 1;
  }
  return phrase === null ? null : { first: phrase.first, last: closing };
}

/** Could the phrase be an apposition itself: "a lawyer", "22", "Mich."? */
function describes(tokens: readonly Token[], phrase: Range): boolean {
  const first = tokens[phrase.first]!;
  return (
    isDeterminer(first) ||
    first.pos === 'NUM' ||
    first.pos === 'ADJ' ||
    first.pos === 'NOUN' ||
    phrase.last - phrase.first === 1
  );
}

function walkBack(tokens: readonly Token[], end: number, floor: number): Range | null {
  let first = end;
  for (let i = end - 1; i >= floor && end - i <= MOST_WORDS; i -= 1) {
    const token = tokens[i]!;
    const before = i > floor ? tokens[i - 1] : undefined;
    if (isDeterminer(token) && !isNominal(before)) {
      first = i;
      if (before === undefined || !(before.pos === 'DET' || leadsOn(tokens, i - 1, floor))) break;
      continue;
    }
    if (
      isNominal(token) ||
      token.pos === 'ADJ' ||
      isDeterminer(token) ||
      (isPossessiveMark(token) && isNominal(before))
    ) {
      first = i;
      continue;
    }
    if (first === end) return null;
    if (leadsOn(tokens, i, floor)) continue;
    if (token.pos === 'ADV' && /^(?:ADJ|NUM)$/.test(tokens[i + 1]?.pos ?? '')) {
      first = i;
      continue;
    }
    break;
  }
  while (first < end && isLooseStart(tokens[first]!)) first += 1;
  return first < end ? { first, last: end } : null;
}

const isLooseStart = (token: Token): boolean =>
  TIME_WORDS.has(token.lower) || isPossessiveMark(token);

/** Does the token join what follows to a noun in front of it, so that both are one phrase? */
function leadsOn(tokens: readonly Token[], index: number, floor: number): boolean {
  const token = tokens[index]!;
  const before = index > floor ? tokens[index - 1] : undefined;
  if (bridges(token, before) || coordinates(token, before)) return true;
  if (joins(token) && isNominal(before)) return true;
  if (reducedRelative(tokens, index, floor)) return true;
  return token.pos === 'ADP' && index > floor && reducedRelative(tokens, index - 1, floor);
}

/** "the president of Chile", "a spokesman for Acme", "officials in Paris": the preposition joins two phrases. */
function bridges(token: Token, before: Token | undefined): boolean {
  // "a person close to the board", "people familiar with the talks"
  if (
    before?.pos === 'ADJ' &&
    /^(?:close|familiar|critical|sympathetic|loyal|opposed|aware)$/.test(before.lower) &&
    /^(?:to|with|of)$/.test(token.lower)
  )
    return true;
  if (before === undefined || token.pos === 'VERB' || !(isNominal(before) || before.text === ')'))
    return false;
  if (CLOSE_PREPOSITIONS.has(token.lower)) return true;
  return (
    LOOSE_PREPOSITIONS.has(token.lower) && before.pos === 'NOUN' && !TIME_WORDS.has(before.lower)
  );
}

const coordinates = (token: Token, before: Token | undefined): boolean =>
  token.pos === 'CCONJ' && token.word && token.lower !== 'but' && isNominal(before);

/** "people briefed on the matter said", "the woman accusing Acme said", "sources familiar with the matter". */
function reducedRelative(tokens: readonly Token[], index: number, floor: number): boolean {
  const token = tokens[index]!;
  const before = index > floor ? tokens[index - 1] : undefined;
  const noun = before?.pos === 'NOUN' || (before?.pos === 'PROPN' && before.lower.endsWith('s'));
  if (!noun) return false;
  if (LOOSE_PREPOSITIONS.has(token.lower)) return false;
  return (
    token.pos === 'VERB' &&
    /(?:ed|en|ing|made|held)$/.test(token.lower) &&
    tokens[index + 1]?.pos !== 'NOUN'
  );
}

/** The noun phrase that starts at token `start`, with an apposition behind it, no further than `limit`. */
export function nounPhraseAfter(
  tokens: readonly Token[],
  start: number,
  limit: number,
): Range | null {
  const token = tokens[start];
  if (token === undefined || start >= limit) return null;
  if (/^(?:he|she|it|they|we|i|you)$/.test(token.lower)) return { first: start, last: start + 1 };
  let last = start;
  for (let i = start; i < limit && i - start <= MOST_WORDS; i += 1) {
    const here = tokens[i]!;
    if (isNominal(here)) last = i + 1;
    else if (
      isDeterminer(here) ||
      here.pos === 'ADJ' ||
      here.pos === 'CCONJ' ||
      joins(here) ||
      isPossessiveMark(here) ||
      (here.pos === 'ADV' && i === start)
    )
      continue;
    else if (here.pos === 'ADP' && last > start && !TIME_WORDS.has(tokens[i + 1]?.lower ?? ''))
      continue;
    else if (here.text === '(' && last === i) {
      const close = closingBracket(tokens, i, limit);
      if (close === null) break;
      last = close + 1;
      i = close;
    } else break;
  }
  while (last > start + 1 && TIME_WORDS.has(tokens[last - 1]!.lower)) last -= 1;
  if (last === start) return null;
  return { first: start, last: appositionEnd(tokens, last, limit) };
}

function closingBracket(tokens: readonly Token[], open: number, limit: number): number | null {
  for (let i = open + 1; i < limit && i - open < 12; i += 1) if (tokens[i]!.text === ')') return i;
  return null;
}

/** "said Jane Roe, a teacher at the school." */
function appositionEnd(tokens: readonly Token[], last: number, limit: number): number {
  const after = tokens[last + 1];
  if (tokens[last]?.text !== ',' || after === undefined || last + 1 >= limit) return last;
  if (!(isDeterminer(after) || isNominal(after) || after.pos === 'ADJ' || after.lower === 'who'))
    return last;
  for (let i = last + 1; i < limit && i - last <= MOST_WORDS; i += 1) {
    const token = tokens[i]!;
    if (/^[,.;:“"—]$/.test(token.text)) return i;
    // "According to the statement, a working group will meet": a clause, no apposition
    if (token.pos === 'AUX' && after.lower !== 'who') return last;
  }
  return last;
}
