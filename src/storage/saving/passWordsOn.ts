// A new text, the same statements: what editors said of them holds on, as far as it still fits.

import type { PoolClient } from 'pg';

import type { Reading, Span } from '../../extraction/types';
import type { ReviewState } from '../records';
import type { StoredWord } from './applyWord';
import { applyWord, settleWords } from './applyWord';
import { readMachine } from './readMachine';

/** A statement of the text before on which an editor's word stands, and whether the machine says the same of it now. */
export interface Reviewed {
  readonly id: string;
  readonly review: Exclude<ReviewState, 'machine'>;
  readonly word: StoredWord;
  readonly same: boolean;
}

/**
 * Says the words again on the statements of the new text. A confirmation, a rejection and a speaker hold on where the machine says the
 * same as before; marked words where the passage stands unchanged, wherever it has moved. To be called before anything is counted; gives
 * whether there were any.
 */
export async function passWordsOn(
  client: PoolClient,
  articleId: string,
  reviewed: readonly Reviewed[],
  texts: { readonly before: string; readonly after: string },
  now: Date,
): Promise<boolean> {
  const holding = reviewed.flatMap((one) => {
    const word = wordNow(one, texts);
    return word === null ? [] : [{ ...one, word }];
  });
  if (holding.length === 0) return false;
  const touched = holding.map(({ id }) => ({ id, articleId, text: texts.after }));
  for (const [i, { id, review, word }] of holding.entries())
    await applyWord(client, touched[i]!, review, word, await readMachine(client, id));
  await settleWords(client, articleId, touched, now);
  return true;
}

function wordNow(
  { same, word }: Reviewed,
  { before, after }: { readonly before: string; readonly after: string },
): StoredWord | null {
  if (word.reading === null) return same ? word : null;
  const reading = moved(word.reading, before, after);
  return reading === null ? null : { ...word, reading };
}

/** The reading where its passage, as it was, stands in the new text; null where it does not. */
function moved(reading: Reading, before: string, after: string): Reading | null {
  const spans = [reading.source, reading.cue, reading.sentence, ...reading.content].filter(
    (span) => span !== null,
  );
  const start = Math.min(...spans.map((span) => span.start));
  const passage = before.slice(start, Math.max(...spans.map((span) => span.end)));
  const place = nthPlace(after, passage, placesBefore(before, passage, start));
  if (place < 0) return null;
  const by = place - start;
  const shift = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  const { source, cue, negation, hedge } = reading;
  return {
    ...reading,
    content: reading.content.map(shift),
    segments: reading.segments.map(shift),
    sentence: shift(reading.sentence),
    source: source && shift(source),
    cue: cue && shift(cue),
    negation: negation && shift(negation),
    hedge: hedge && shift(hedge),
  };
}

/** How often the passage stands before an offset: "We will not comment" may stand twice. */
function placesBefore(text: string, passage: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf(passage); at >= 0 && at < offset; at = text.indexOf(passage, at + 1))
    count += 1;
  return count;
}

/** The place after so many others; the last one where there are fewer. */
function nthPlace(text: string, passage: string, n: number): number {
  let place = text.indexOf(passage);
  for (let i = 0; i < n; i += 1) {
    const next = text.indexOf(passage, place + 1);
    if (next < 0) break;
    place = next;
  }
  return place;
}
