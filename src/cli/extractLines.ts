// JSON Lines through the engine: documents {id, text} in, one line of bare offsets a document out, in the same order.
// The format of corpora and score cards; for people there is listing.ts.

import { speakerNames } from '../extraction';
import type { Extraction, Span } from '../extraction/types';
import type { AnalysisPool } from '../ingestion/types';
import { inOrder, linesOf, writeLine } from './lines';

type Pair = readonly [start: number, end: number];

interface Outcome {
  readonly line: string | null;
  readonly problem: string | null;
}

/** Extracts every document of `input` and returns how many lines could not be used; each is told to `complain`. */
export async function extractLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  pool: AnalysisPool,
  atOnce: number,
  complain: (problem: string) => void,
): Promise<number> {
  let unusable = 0;
  const outcomes = inOrder(numbered(input), atOnce, ({ number, line }) =>
    extractLine(line, number, pool),
  );
  for await (const { line, problem } of outcomes) {
    if (line !== null) await writeLine(output, line);
    if (problem !== null) {
      unusable += 1;
      complain(problem);
    }
  }
  return unusable;
}

async function* numbered(
  input: NodeJS.ReadableStream,
): AsyncGenerator<{ number: number; line: string }> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() !== '') yield { number, line };
  }
}

async function extractLine(line: string, number: number, pool: AnalysisPool): Promise<Outcome> {
  const document = readDocument(line);
  if (document === null) {
    return {
      line: null,
      problem: `Line ${number} is not a JSON object with an "id" and a string "text".`,
    };
  }
  const { extraction } = await pool.analyse(document.text);
  return {
    line: JSON.stringify({ id: document.id, statements: bareStatements(extraction) }),
    problem: null,
  };
}

function readDocument(line: string): { id: string | number; text: string } | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, text } = value as Record<string, unknown>;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') return null;
  return { id, text };
}

/** Statements as offsets, names and confidence. */
export function bareStatements(extraction: Extraction): readonly {
  source: readonly Pair[];
  cue: readonly Pair[];
  content: readonly Pair[];
  speakers: readonly string[];
  readonly confidence: number;
}[] {
  return extraction.statements.map((statement) => ({
    source: pairs(statement.source),
    cue: pairs(statement.cue),
    content: statement.content.flatMap(pairs),
    confidence: Math.round(statement.confidence * 10_000) / 10_000,
    speakers: speakerNames(extraction, statement),
  }));
}

const pairs = (span: Span | null): readonly Pair[] =>
  span === null ? [] : [[span.start, span.end]];
