// The verdict on a claim from the statements that may hold it. Looks at nothing else, so that the same candidates give
// the same answer.

import type { Alignment } from './align';
import { align, flatten, isJoined } from './align';
import type { Source } from './candidates';
import type { Segment } from './cover';
import { findStitching } from './cover';
import { changesOf, diffOf, ignoredIn } from './differences';
import type { ExactMatch } from './exact';
import { matchExactly } from './exact';
import { checkSpeaker } from './speakerNames';
import type {
  Claim,
  Credited,
  Finding,
  SourceWord,
  SpeakerCheck,
  StatementEvidence,
  StoredQuotation,
} from './types';
import { countTelling } from './words';

/** Statements shown for one claim. */
const MOST_SHOWN = 10;
const CLEARLY_ALIKE = 0.65;
const TELLING_SHARE = 0.6;
/** A run of claimed words this long that a source lacks was not slipped in, but comes from elsewhere. */
const FOREIGN_RUN = 4;
/** So many words in a row, half of them telling, are nobody's common turn of phrase. */
const LONG_RUN = 8;

const ORDER: readonly SpeakerCheck[] = ['same', 'not-given', 'unresolved', 'other'];

interface Held {
  readonly source: Source;
  readonly words: readonly SourceWord[];
  readonly match: ExactMatch;
  readonly speaker: SpeakerCheck;
}

/** What the statements say; null where none of them resembles the claim. */
export function judge(
  claim: Claim,
  credited: Credited | null,
  sources: readonly Source[],
): Finding | null {
  const own = exactIn(claim, credited, sources, ({ own }) => own);
  if (own.length > 0) {
    const verdict = own[0]!.speaker === 'other' ? 'misattributed' : 'verbatim';
    return exactFinding(verdict, claim, own);
  }
  const reported = exactIn(claim, credited, sources, ({ all }) => all);
  if (reported.length > 0) return exactFinding('paraphrase-only', claim, reported);
  return inexact(claim, credited, sources);
}

function exactIn(
  claim: Claim,
  credited: Credited | null,
  sources: readonly Source[],
  wordsOf: (source: Source) => readonly SourceWord[],
): Held[] {
  const held = sources.flatMap((source): Held[] => {
    const words = wordsOf(source);
    const match = matchExactly(claim, words);
    if (match === null) return [];
    return [{ source, words, match, speaker: checkSpeaker(credited, source.speakers) }];
  });
  const single = held.filter(({ source }) => source.statements.length === 1);
  const rank = ({ speaker, match }: Held): number =>
    ORDER.indexOf(speaker) * 2 + (match.elided ? 1 : 0);
  return (single.length > 0 ? single : held).sort(
    (a, b) => rank(a) - rank(b) || byDate(a.source.statements[0]!, b.source.statements[0]!),
  );
}

/** Earliest first; ids only make the order of equals certain. */
function byDate(a: StoredQuotation, b: StoredQuotation): number {
  return a.date.getTime() - b.date.getTime() || (a.id < b.id ? -1 : 1);
}

function exactFinding(verdict: Finding['verdict'], claim: Claim, held: readonly Held[]): Finding {
  const best = held[0]!;
  return {
    verdict,
    speaker: best.speaker,
    elided: best.match.elided,
    bracketed: claim.hasBrackets,
    ignored: ignoredIn(claim, best.words, best.match),
    similarity: 1,
    diff: [],
    changes: [],
    statements: held
      .flatMap((one) => evidenceOf(one.source, one.words, one.match.ranges, 1, one.speaker))
      .slice(0, MOST_SHOWN),
    passages: [],
  };
}

function inexact(
  claim: Claim,
  credited: Credited | null,
  sources: readonly Source[],
): Finding | null {
  const flat = flatten(claim);
  const nearest = (wordsOf: (source: Source) => readonly SourceWord[], among = sources) =>
    among
      .flatMap((source) => {
        const words = wordsOf(source);
        const alignment = align(flat, words);
        return alignment === null ? [] : [{ source, words, alignment }];
      })
      .sort((a, b) => b.alignment.similarity - a.alignment.similarity)[0] ?? null;

  const clear = (found: ReturnType<typeof nearest>) =>
    found !== null && isClear(found.alignment, claim) ? found : null;
  const own = clear(nearest((source) => source.own));
  // Words that are all the speaker's own were looked at just now.
  const mixed = sources.filter(({ own, all }) => own.length !== all.length);
  const best = own ?? clear(nearest((source) => source.all, mixed));
  if (best === null || hasForeignRun(best.alignment)) {
    const segments = findStitching(flat.words, sources);
    if (segments !== null) return stitchedFinding(claim, credited, segments);
  }
  if (best === null) return null;
  const { source, words, alignment } = best;
  const ranges = alignment.steps
    .filter(({ op }) => op === 'same')
    .map(({ source: [from, to] }) => ({ from, to }));
  const speaker = checkSpeaker(credited, source.speakers);
  const { similarity } = alignment;
  return {
    verdict: own === null ? 'paraphrase-only' : 'altered',
    speaker,
    elided: false,
    bracketed: claim.hasBrackets,
    ignored: [],
    similarity,
    diff: diffOf(alignment.steps, words, flat),
    changes: changesOf(alignment.steps, words, flat),
    statements: evidenceOf(source, words, ranges, similarity, speaker),
    passages: [],
  };
}

/** Pieces that stand in statements; those of other texts are no evidence of what anyone said. */
export function stitchedFinding(
  claim: Claim,
  credited: Credited | null,
  segments: readonly Segment[],
): Finding {
  const statements = segments.flatMap(({ source, from, to, at }) =>
    evidenceOf(
      source,
      source.all,
      [{ from: at, to: at + to - from }],
      1,
      checkSpeaker(credited, source.speakers),
    ),
  );
  return { ...NOTHING, verdict: 'stitched', bracketed: claim.hasBrackets, statements };
}

/** A finding that found nothing yet. */
export const NOTHING: Finding = {
  verdict: 'not-found',
  speaker: 'not-given',
  elided: false,
  bracketed: false,
  ignored: [],
  similarity: null,
  diff: [],
  changes: [],
  statements: [],
  passages: [],
};

/** So alike that it can only be the same quotation: common turns of phrase are not enough. */
export function isClear(alignment: Alignment, claim: Claim): boolean {
  const flat = flatten(claim);
  const telling = countTelling(flat.words);
  if (alignment.matched < 3 || alignment.telling < Math.min(2, telling)) return false;
  // "The blaze began on the car deck" has most words of "the alarm on the car deck", but not those that tell.
  const isAlike = alignment.similarity >= CLEARLY_ALIKE || isJoined(alignment, flat);
  if (isAlike && alignment.telling >= TELLING_SHARE * telling) return true;
  // The first half is real, the second is not.
  const longest = alignment.steps.reduce(
    (most, { op, claim: [from, to] }) => (op === 'same' ? Math.max(most, to - from) : most),
    0,
  );
  return (
    longest >= LONG_RUN && longest >= flat.words.length / 3 && alignment.telling >= LONG_RUN / 2
  );
}

/** A stretch of claimed words that the source lacks; two words in common amid it are chance. */
function hasForeignRun({ steps }: Alignment): boolean {
  let run = 0;
  let longest = 0;
  for (const {
    op,
    claim: [from, to],
  } of steps) {
    run = op === 'same' && to - from > 2 ? 0 : run + to - from;
    longest = Math.max(longest, run);
  }
  return longest >= FOREIGN_RUN;
}

/** Evidence by statement: the spans of the text from the first to the last word of each range. */
function evidenceOf(
  source: Source,
  words: readonly SourceWord[],
  ranges: readonly { readonly from: number; readonly to: number }[],
  similarity: number,
  speaker: SpeakerCheck,
): StatementEvidence[] {
  return source.statements.flatMap(({ id, articleId, content }) => {
    const matched = ranges.flatMap(({ from, to }) =>
      content.flatMap(({ start, end }) => {
        const inside = words
          .slice(from, to)
          .filter((word) => word.start >= start && word.end <= end && word.end > word.start);
        const [first] = inside;
        return first === undefined ? [] : [{ start: first.start, end: inside.at(-1)!.end }];
      }),
    );
    return matched.length === 0 ? [] : [{ id, articleId, matched, similarity, speaker }];
  });
}
