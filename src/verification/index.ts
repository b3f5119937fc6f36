// The door of verification: a claimed quotation against what is stored. Reads through the port that it is handed.

import type { Alignment } from './align';
import { align, flatten } from './align';
import { changesOf, diffOf, ignoredIn } from './differences';
import { matchExactly } from './exact';
import { isClear, judge, NOTHING } from './judge';
import { allPrints } from './prints';
import { ownTextWords, textWords } from './source';
import type {
  Claim,
  Credited,
  Finding,
  PassageEvidence,
  SourceWord,
  StoredText,
  VerificationReads,
  Wanted,
} from './types';

export { claimOf, readClaim } from './claim';
export { findClaims } from './draft';
export type { DraftClaim } from './draft';
export type * from './types';

/** Looks a claim up and judges it. Statements go before texts, in which nobody may have said it. */
export async function verify(
  reads: VerificationReads,
  claim: Claim,
  credited: Credited | null,
): Promise<Finding> {
  const wanted = wantedOf(claim, credited);
  const found = judge(claim, credited, await reads.candidates(wanted));
  if (found?.verdict === 'verbatim' || found?.verdict === 'misattributed') return found;
  const texts = await reads.texts(wanted);
  return judgeTexts(claim, texts, found) ?? found ?? { ...NOTHING, bracketed: claim.hasBrackets };
}

function wantedOf({ pieces }: Claim, credited: Credited | null): Wanted {
  const keys = pieces.map(({ words }) => words.map(({ key }) => key));
  const prints = [...new Set(keys.flatMap(allPrints))].sort((a, b) => a - b);
  const longest = pieces.reduce((a, b) => (b.words.length > a.words.length ? b : a), pieces[0]!);
  const words = longest.words.map(({ printed }) => printed).join(' ');
  return { prints, words, speakerIds: credited?.ids ?? [] };
}

/** The words in stored texts that no statement covers; null if they are not there, or a statement says more. */
function judgeTexts(
  claim: Claim,
  texts: readonly StoredText[],
  found: Finding | null,
): Finding | null {
  const read = texts.map((stored) => ({ stored, all: textWords(stored.text) }));
  const exact = read.flatMap(({ stored, all }) => {
    // Pieces that stand in several statements may be neighbours in print all the same, but then without a report between.
    const own = found?.verdict === 'stitched' ? [] : [ownTextWords(all)];
    for (const words of [all, ...own]) {
      const match = matchExactly(claim, words);
      if (match === null) continue;
      const passage = passageOf(stored, words, match.ranges[0]!.from, match.ranges.at(-1)!.to);
      return [{ passage, words, match }];
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
      statements: found?.statements ?? [],
      passages: shown.map(({ passage }) => passage),
    };
  }
  return found === null ? nearestText(claim, read) : null;
}

function nearestText(
  claim: Claim,
  read: readonly { readonly stored: StoredText; readonly all: readonly SourceWord[] }[],
): Finding | null {
  const flat = flatten(claim);
  let best: { stored: StoredText; all: readonly SourceWord[]; alignment: Alignment } | null = null;
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
