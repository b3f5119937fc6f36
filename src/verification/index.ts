// The door of verification: a claimed quotation against what is stored. Reads through the port that it is handed.

import type { Source } from './candidates';
import { sourcesOf } from './candidates';
import { judge, NOTHING } from './judge';
import { allPrints } from './prints';
import { judgeTexts, readTexts, stitchFromTexts } from './texts';
import type { Claim, Credited, Finding, VerificationReads, Wanted } from './types';

export { claimOf, readClaim } from './claim';
export { findClaims } from './draft';
export { namesToKnowBy } from './speakerNames';
export type { DraftClaim } from './draft';
export type * from './types';

/** Looks a claim up and judges it. Statements go before texts, in which nobody may have said it. */
export async function verify(
  reads: VerificationReads,
  claim: Claim,
  credited: Credited | null,
): Promise<Finding> {
  const wanted = wantedOf(claim, credited);
  const sources = sourcesOf(await reads.candidates(wanted));
  const found = judge(claim, credited, sources);
  if (found?.verdict === 'verbatim' || found?.verdict === 'misattributed') return found;
  const texts = readTexts(await reads.texts(wanted));
  return (
    judgeTexts(claim, texts, found, mayBeOne(found, sources)) ??
    found ??
    stitchFromTexts(claim, credited, sources, texts) ?? {
      ...NOTHING,
      bracketed: claim.hasBrackets,
    }
  );
}

/** Pieces by one speaker in one article may be one quotation that the report interrupts at length; others never are. */
function mayBeOne(found: Finding | null, sources: readonly Source[]): boolean {
  if (found?.verdict !== 'stitched') return true;
  const statements = new Map(
    sources.flatMap((source) => source.statements).map((one) => [one.id, one]),
  );
  const voices = found.statements.map(({ id, articleId }) => {
    const speakers = statements.get(id)?.speakers.map((speaker) => speaker.id) ?? [];
    return [articleId, ...speakers.sort()].join();
  });
  return new Set(voices).size === 1;
}

function wantedOf({ pieces }: Claim, credited: Credited | null): Wanted {
  const keys = pieces.map(({ words }) => words.map(({ key }) => key));
  const prints = [...new Set(keys.flatMap(allPrints))].sort((a, b) => a - b);
  const longest = pieces.reduce((a, b) => (b.words.length > a.words.length ? b : a), pieces[0]!);
  const words = longest.words.map(({ printed }) => printed).join(' ');
  return { prints, words, speakerIds: credited?.ids ?? [] };
}
