// An article on its way into the store → the prints of its statements and of its text. Lets others have their turn: two
// megabytes of text take a third of a second.

import { setImmediate as nextTurn } from 'node:timers/promises';

import type { ExtractedStatement, Span } from '../extraction/types';
import { allPrints, winnowedPrints } from './prints';
import { readWords } from './words';

/** Prints of one revision. */
export interface Prints {
  /** One list a statement. */
  readonly statements: readonly (readonly number[])[];
  readonly text: readonly number[];
}

/** Characters, or statements, between two turns. */
const SLICE = 4_000;
const STATEMENTS = 20;
/** Words that a slice begins with once more, so that groups across the cut are seen. */
const OVERLAP = 6;

/** Computes the prints of an article's statements and of its text. */
export async function printArticle(
  text: string,
  statements: readonly Pick<ExtractedStatement, 'content'>[],
): Promise<Prints> {
  const lists: number[][] = [];
  for (const [i, { content }] of statements.entries()) {
    lists.push(printContent(text, content));
    if (i % STATEMENTS === STATEMENTS - 1) await nextTurn();
  }
  return { statements: lists, text: await printText(text) };
}

/** The prints of one statement. */
export const printContent = (text: string, content: readonly Span[]): number[] =>
  allPrints(content.flatMap((span) => readWords(text, span).map(({ key }) => key)));

async function printText(text: string): Promise<number[]> {
  const prints = new Set<number>();
  let carried: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfSlice(text, start);
    const keys = [...carried, ...readWords(text, { start, end }).map(({ key }) => key)];
    for (const print of winnowedPrints(keys)) prints.add(print);
    carried = keys.slice(-OVERLAP);
    start = end;
    if (end < text.length) await nextTurn();
  }
  return [...prints].sort((a, b) => a - b);
}

/** Behind a blank, so that no word is cut. */
function endOfSlice(text: string, start: number): number {
  if (start + SLICE >= text.length) return text.length;
  const blank = text.indexOf(' ', start + SLICE);
  return blank === -1 || blank > start + 2 * SLICE
    ? Math.min(start + 2 * SLICE, text.length)
    : blank + 1;
}
