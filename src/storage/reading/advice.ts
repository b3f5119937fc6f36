// Why a search found nothing, and what would find something. Each question is answered by the first match, and no more are
// asked once the time for them is over, so that advice costs little more than a page.

import type { Pool } from 'pg';

import { AppError } from '../../errors';
import { translate } from '../failures';
import type { Advice, FilterName, StatementFilter } from '../store';
import { collectParameters } from './parameters';
import { placesOf, termsOf } from './searchQuery';
import { similarNames, similarWord, speakerCalled } from './similar';
import { countMatching } from './statementFilter';

/** Terms that are looked at one by one; nobody reads more advice. */
const LOOKED_AT = 6;
/** Filters of which it is said that without them something is found. */
const BLAMED = 3;
/** Milliseconds after which no further question is asked. */
const TIME = 300;

const EVERYWHERE = ['content', 'sentence', 'title'] as const;

/** Parts of a filter that can be left out, by the names that callers know. */
const PARTS: Readonly<Record<FilterName, readonly (keyof StatementFilter)[]>> = {
  speaker: ['speakerIds', 'speakerName'],
  mentions: ['subjectIds', 'mentions'],
  topic: ['topicId'],
  publication: ['publication'],
  form: ['form'],
  cue: ['cue'],
  cueClass: ['cueClass'],
  negated: ['negated'],
  hedged: ['hedged'],
  nested: ['nested'],
  hasNumber: ['hasNumber'],
  hasQuotation: ['hasQuotation'],
  minConfidence: ['minConfidence'],
  review: ['review'],
  from: ['from'],
  to: ['to'],
  maxAgeDays: ['maxAgeDays'],
};

/** Whether a filter lets something pass; null where there is no time left to find out. */
type Finds = (filter: StatementFilter) => Promise<boolean | null>;

/** Advice for a filter that nothing passes, the likeliest help first. */
export async function adviceFor(pool: Pool, filter: StatementFilter): Promise<Advice[]> {
  const finds = asking(pool);
  const advice: Advice[] = [];
  try {
    const { q, speakerName, speakerIds } = filter;
    if (speakerName !== undefined && speakerIds?.length === 0) {
      for (const name of await similarNames(pool, speakerName)) {
        const change = { speaker: name };
        advice.push({ reason: 'similar-speaker', word: speakerName, instead: name, change });
      }
    } else if (q === undefined) advice.push(...(await withoutOneFilter(finds, filter)));
    if (q !== undefined) await aboutWords(pool, finds, { ...filter, q }, advice);
    return advice;
  } catch (error) {
    // The list itself was answered: advice that takes too long is left out.
    const failure = translate(error);
    if (failure instanceof AppError && failure.kind === 'unavailable') return advice;
    throw failure;
  }
}

function asking(pool: Pool): Finds {
  const began = performance.now();
  return async (filter) => {
    if (performance.now() - began > TIME) return null;
    const parameter = collectParameters();
    const text = countMatching(filter, parameter, 0);
    const { rows } = await pool.query<{ count: number }>(text, parameter.values);
    return (rows[0]?.count ?? 0) > 0;
  };
}

async function aboutWords(
  pool: Pool,
  finds: Finds,
  filter: StatementFilter & { readonly q: string },
  advice: Advice[],
): Promise<void> {
  const { q } = filter;
  const terms = [...new Set(termsOf(q))].slice(0, LOOKED_AT);
  if (terms.length === 0) {
    advice.push({ reason: 'no-words', word: null, instead: null, change: {} });
    return;
  }
  const words = wordsOf(filter);
  const missing: string[] = [];
  for (const term of terms) {
    if ((await finds({ ...words, q: term })) === false) missing.push(term);
  }
  const unknown = await unknownWords(finds, words, missing);
  if (unknown.length > 0) advice.push(...(await aboutUnknown(pool, finds, filter, unknown)));
  else if (missing.length > 0) {
    const loose = missing.reduce((all, one) => all.replace(one, one.replaceAll('"', '')), q);
    advice.push(...(await found(finds, 'not-together', filter, { q: loose })));
  } else if (await finds(words)) advice.push(...(await withoutOneFilter(finds, filter)));
  else if (terms.length > 1) {
    advice.push(...(await found(finds, 'not-together', filter, { q: terms.join(' OR ') })));
  }
  if (placesOf(filter).length < EVERYWHERE.length) {
    const elsewhere = await found(finds, 'elsewhere', filter, { searchIn: EVERYWHERE });
    // Where the content itself has the words, other places without the filters are no help.
    const inContent = advice.some(({ reason }) => reason === 'filtered-out');
    advice.push(...elsewhere.filter(({ change }) => !inContent || change.onlyWords !== true));
  }
  const name = q.replace(/["“”*]/g, '').trim();
  if (filter.speakerIds === undefined && (await speakerCalled(pool, name))) {
    const change = { q: null, speaker: name };
    advice.push({ reason: 'speaker-name', word: name, instead: null, change });
  }
}

/** Of terms that are found nowhere, the single words that are not found either. */
async function unknownWords(
  finds: Finds,
  words: StatementFilter,
  missing: readonly string[],
): Promise<string[]> {
  const unknown: string[] = [];
  for (const term of missing) {
    for (const word of term.split(/[\s"]+/).filter((part) => part !== '')) {
      if (word === term || (await finds({ ...words, q: word })) === false) unknown.push(word);
    }
  }
  return [...new Set(unknown)];
}

/** Each word with one that is much like it; all are mended at once, since one alone would not help. */
async function aboutUnknown(
  pool: Pool,
  finds: Finds,
  filter: StatementFilter & { readonly q: string },
  unknown: readonly string[],
): Promise<Advice[]> {
  const mended = new Map<string, string>();
  for (const word of unknown) {
    const similar = await similarWord(pool, word);
    if (similar !== null) mended.set(word, similar);
  }
  const q = [...mended].reduce((all, [word, similar]) => all.replaceAll(word, similar), filter.q);
  const complete = mended.size === unknown.length;
  const [helps] = complete ? await found(finds, 'similar-word', filter, { q }) : [];
  return unknown.map((word): Advice => {
    const instead = mended.get(word) ?? null;
    const reason = instead === null ? 'unknown-word' : 'similar-word';
    return { reason, word, instead, change: instead === null ? {} : (helps?.change ?? {}) };
  });
}

/** The change as advice if it finds something, alone or with the other filters left out. */
async function found(
  finds: Finds,
  reason: Advice['reason'],
  filter: StatementFilter,
  change: { readonly q?: string; readonly searchIn?: typeof EVERYWHERE },
): Promise<Advice[]> {
  const changed = { ...filter, ...change };
  if (await finds(changed)) return [{ reason, word: null, instead: null, change }];
  if (!(await finds(wordsOf(changed)))) return [];
  return [{ reason, word: null, instead: null, change: { ...change, onlyWords: true } }];
}

/** The filters without which, each alone, something is found; else that the words alone would be. */
async function withoutOneFilter(finds: Finds, filter: StatementFilter): Promise<Advice[]> {
  const parts = Object.entries(PARTS) as [FilterName, (typeof PARTS)[FilterName]][];
  const given = parts.filter(([, keys]) => keys.some((key) => filter[key] !== undefined));
  const advice: Advice[] = [];
  for (const [name, keys] of given) {
    if (advice.length === BLAMED) break;
    const rest = Object.entries(filter).filter(([key]) => !keys.some((one) => one === key));
    if (await finds(Object.fromEntries(rest))) {
      advice.push({ reason: 'filtered-out', word: name, instead: null, change: { drop: name } });
    }
  }
  if (advice.length > 0 || filter.q === undefined) return advice;
  return [{ reason: 'filtered-out', word: null, instead: null, change: { onlyWords: true } }];
}

/** The filter's words without anything else. */
function wordsOf({ q, searchIn, prefix }: StatementFilter): StatementFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(searchIn === undefined ? {} : { searchIn }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}
