// What no statement says may still stand in a stored text: somewhere in it, or in pieces.

import type { Alignment } from './align';
import { align, flatten } from './align';
import type { Source } from './candidates';
import { findStitching } from './cover';
import { changesOf, diffOf, ignoredIn } from './differences';
import { matchExactly } from './exact';
import { isClear, NOTHING, stitchedFinding } from './judge';
import { ownTextWords, textWords } from './source';
import type {
  Claim,
  Credited,
  Finding,
  PassageEvidence,
  SourceWord,
  StatementEvidence,
  StoredText,
} from './types';

/** A stored text with its words. */
export interface ReadText {
  readonly stored: StoredText;
  readonly all: readonly SourceWord[];
}

/** Pieces are looked for word by word, which a whole book would make slow. */
const MOST_WORDS_TO_STITCH = 20_000;

export function readTexts(texts: readonly StoredText[]): ReadText[] {
  return texts.map((stored) => ({ stored, all: textWords(stored.text) }));
}

/** The words in stored texts that no statement covers; null if they are not there, or a statement says more. */
export function judgeTexts(
  claim: Claim,
  read: readonly ReadText[],
  found: Finding | null,
  mayBeOne: boolean,
): Finding | null {
  const exact = read.flatMap(({ stored, all }) => {
    // Pieces that stand in several statements may be neighbours in print all the same, but then without a report between.
    const own = mayBeOne ? [ownTextWords(all)] : [];
    for (const words of [all, ...own]) {
      const match = matchExactly(claim, words);
      if (match === null) continue;
      const [from, to] = [match.ranges[0]!.from, match.ranges.at(-1)!.to];
      // An ellipsis may skip words of one quotation, or of the report, but not lead from one into the other.
      const isOne = words === all && words.slice(from, to).every(isQuotedAs(words[from]!));
      if (match.omitted > 0 && (!isOne || found?.verdict === 'stitched')) continue;
      return [{ passage: passageOf(stored, words, from, to), words, match }];
    }
    return [];
  });
  const quoted = exact.filter(({ passage }) => passage.quoted);
  const shown =
    found?.verdict === 'paraphrase-only' && found.similarity === 1
      ? quoted
      : [...quoted, ...exact.filter(({ passage }) => !passage.quoted)];
  const [first] = shown;
  if (first !== undefined) {
    return {
      ...NOTHING,
      verdict: 'unattributed',
      elided: first.match.elided,
      bracketed: claim.hasBrackets,
      ignored: ignoredIn(claim, first.words, first.match),
      similarity: 1,
      statements: (found?.statements ?? []).filter((one) =>
        shown.some(({ passage }) => covers(passage, one)),
      ),
      passages: shown.map(({ passage }) => passage),
    };
  }
  return found === null ? nearestText(claim, read) : null;
}

const isQuotedAs =
  (first: SourceWord) =>
  ({ quoted }: SourceWord): boolean =>
    quoted === first.quoted;

/** True for a statement that has a part of the passage. */
const covers = (passage: PassageEvidence, { articleId, matched }: StatementEvidence): boolean =>
  passage.articleId === articleId &&
  matched.every(({ start, end }) => start >= passage.span.start && end <= passage.span.end);

/** Pieces of which some stand in statements and others only in texts. */
export function stitchFromTexts(
  claim: Claim,
  credited: Credited | null,
  sources: readonly Source[],
  read: readonly ReadText[],
): Finding | null {
  const short = read.filter(({ all }) => all.length <= MOST_WORDS_TO_STITCH);
  const texts = new Map<Source, StoredText>(
    short.map(({ stored, all }) => [{ statements: [], speakers: [], all, own: [] }, stored]),
  );
  const segments = findStitching(flatten(claim).words, [...sources, ...texts.keys()]);
  if (segments === null) return null;
  const found = stitchedFinding(claim, credited, segments);
  const passages = segments.flatMap(({ source, from, to, at }) => {
    const stored = texts.get(source);
    return stored === undefined ? [] : [passageOf(stored, source.all, at, at + to - from)];
  });
  const verdict = found.statements.length > 0 ? 'stitched' : 'unattributed';
  return { ...found, verdict, passages };
}

function nearestText(claim: Claim, read: readonly ReadText[]): Finding | null {
  const flat = flatten(claim);
  let best: (ReadText & { alignment: Alignment }) | null = null;
  for (const { stored, all } of read) {
    const alignment = align(flat, all);
    if (alignment === null || !isClear(alignment, claim)) continue;
    if (best === null || alignment.similarity > best.alignment.similarity)
      best = { stored, all, alignment };
  }
  if (best === null) return null;
  const { stored, all, alignment } = best;
  const same = alignment.steps.filter(({ op }) => op === 'same');
  return {
    ...NOTHING,
    verdict: 'unattributed',
    bracketed: claim.hasBrackets,
    similarity: alignment.similarity,
    diff: diffOf(alignment.steps, all, flat),
    changes: changesOf(alignment.steps, all, flat),
    passages: [passageOf(stored, all, same[0]!.source[0], same.at(-1)!.source[1])],
  };
}

function passageOf(
  { articleId, revision, text }: StoredText,
  words: readonly SourceWord[],
  from: number,
  to: number,
): PassageEvidence {
  const inside = words.slice(from, to);
  const span = { start: inside[0]!.start, end: inside.at(-1)!.end };
  const quoted = inside.every((word) => word.quoted);
  return { articleId, revision, span, exact: text.slice(span.start, span.end), quoted };
}
