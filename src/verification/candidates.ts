// Candidates as they are compared: each statement with its words, and neighbours that are one quotation in print.

import type { Form } from '../extraction/types';
import { LONGEST_TAG, ownWords, statementWords } from './source';
import type { SourceWord, StoredQuotation, StoredSpeaker } from './types';

/**
 * From the end of a sentence to the words of a quotation that begins the next one. A tag may be long where nothing else stands between
 * one speaker's halves: “…?” said David Hall, the architect of the northern timetable and a close adviser of the owners. “I think …”
 */
const NEXT_SENTENCE = 6;

/** What a claim is held against. */
export interface Source {
  readonly statements: readonly StoredQuotation[];
  readonly speakers: readonly StoredSpeaker[];
  /** All words of the content. */
  readonly all: readonly SourceWord[];
  /** Only what stands in quotation marks. */
  readonly own: readonly SourceWord[];
}

/** One source a statement, and one more for each run of neighbours by the same speakers. Best candidates first. */
export function sourcesOf(candidates: readonly StoredQuotation[]): Source[] {
  const single = candidates.map((statement) => sourceOf([statement]));
  const runs = new Map<string, StoredQuotation[]>();
  for (const statement of candidates.filter(({ form }) => form === 'direct')) {
    const article = runs.get(statement.articleId) ?? [];
    runs.set(statement.articleId, [...article, statement]);
  }
  const joined = [...runs.values()].flatMap(neighbours).map(sourceOf);
  return [...single, ...joined];
}

function sourceOf(statements: readonly StoredQuotation[]): Source {
  const form: Form = statements[0]!.form;
  const all = statements.flatMap(statementWords);
  return { statements, speakers: statements[0]!.speakers, all, own: ownWords(all, form) };
}

/** “A,” she said. “B.” may be stored as two statements: neighbours with hardly a word in between. */
function neighbours(statements: readonly StoredQuotation[]): StoredQuotation[][] {
  const inOrder = [...statements].sort((a, b) => startOf(a) - startOf(b));
  const runs: StoredQuotation[][] = [];
  for (const statement of inOrder) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && areOne(last, statement)) run.push(statement);
    else runs.push([statement]);
  }
  return runs.filter((run) => run.length > 1);
}

function areOne(a: StoredQuotation, b: StoredQuotation): boolean {
  const gap = startOf(b) - a.content.at(-1)!.end;
  const ids = (statement: StoredQuotation): string =>
    statement.speakers
      .map(({ id }) => id)
      .sort()
      .join();
  if (gap < 0 || ids(a) !== ids(b)) return false;
  return gap <= LONGEST_TAG || (ids(a) !== '' && startOf(b) - a.sentenceEnd <= NEXT_SENTENCE);
}

const startOf = ({ content }: StoredQuotation): number => content[0]!.start;
