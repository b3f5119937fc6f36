// Reactions as match reports, live pages and boxes print them, which the network passes over now and then: a name, a colon,
// words in quotation marks.

import { type Document, type Token, tokensIn } from '../document';
import type { Quotation } from '../quotations/quotations';
import type { Attribution } from './attribution';

const LONGEST_LEAD = 16;
const FEWEST_WORDS = 3;
/** As labels of a conversation, which these are of one turn. */
const CONFIDENCE = 0.8;

/** "Former striker Alan Corrigan on Match Night: “For me that is never a penalty.”" */
export function reactions(document: Document, found: readonly Attribution[]): Attribution[] {
  const taken = new Set(
    found.flatMap(({ content }) => content.flatMap((span) => quotationsIn(document, span))),
  );
  return document.quotations.flatMap((quotation, index) => {
    if (quotation.depth > 0 || !quotation.closed || taken.has(index)) return [];
    const lead = leadOf(document, quotation);
    return lead === null
      ? []
      : [
          {
            source: { start: lead[0]!.start, end: lead.at(-1)!.end },
            cue: { start: lead.at(-1)!.end, end: lead.at(-1)!.end + 1 },
            content: [{ start: quotation.start, end: quotation.end }],
            foundBy: 'label',
            confidence: CONFIDENCE,
            tagged: null,
          },
        ];
  });
}

function quotationsIn({ tokens, ...document }: Document, span: { start: number; end: number }) {
  const { first, last } = tokensIn({ tokens, ...document }, span);
  return [...new Set(tokens.slice(first, last).map(({ quotation }) => quotation))];
}

/** The words before the colon where they name somebody and nothing else: no verb, no mark; null elsewhere. */
function leadOf(document: Document, quotation: Quotation): readonly Token[] | null {
  const { tokens, sentences, text } = document;
  const { first, last } = tokensIn(document, quotation);
  const colon = tokens[first - 1];
  if (colon?.text !== ':' || colon.start !== tokens[first - 2]?.end) return null;
  const opening = sentences[colon.sentence]!.first;
  const length = first - 1 - opening;
  if (length < 2 || length > LONGEST_LEAD) return null;
  const lead = tokens.slice(opening, first - 1);
  const next = tokens[last];
  const goesOn = next !== undefined && next.sentence === tokens[last - 1]!.sentence && next.word;
  const words = tokens.slice(first, last).filter(({ word }) => word).length;
  if (goesOn || words < FEWEST_WORDS) return null;
  if (lead.some(({ pos, quotation: within }) => /^(?:VERB|AUX)$/.test(pos) || within >= 0))
    return null;
  // "Our verdict:", "A Note on the Door:" name nobody
  const name =
    /^(?!The |A |An |Our |Your |How |What |Why )(?:.* )?\p{Lu}[\p{L}'’.-]+ (?:(?:de|van|von|al|bin) )*\p{Lu}[\p{L}'’-]+(?:$|,| \(| (?:on|in|at|of|via|to)\b)/u;
  return name.test(text.slice(lead[0]!.start, lead.at(-1)!.end)) ? lead : null;
}
