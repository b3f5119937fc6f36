// "Clinton was asked whether…", "He is thought to be considering…": the words before a passive cue are not those who speak.

import type { Sieve } from '../sieve';

const PASSIVE = new RegExp(
  "^(?:(?:has|have|had|would|could|will|to)\\s+)?(?:is|are|was|were|be|been|being|'s|’s)\\s+(?:\\p{L}+ly\\s+|once\\s+|also\\s+|then\\s+|later\\s+|not\\s+)*" +
    '(?:asked|told|thought|believed|expected|said|reported|reportedly|rumou?red|alleged|understood|known|urged|warned|advised|informed|reminded|questioned|quizzed|pressed|challenged|accused|called|dubbed|described|ordered|estimated|assumed|supposed)\\b',
  'iu',
);

/** Nobody, where the source stands in front of a cue in the passive; "by X" stands behind it. */
export const asAddressee: Sieve = ({ document }, part, { attribution }) => {
  const cue = attribution?.cue ?? null;
  if (cue === null || part.end > cue.start) return null;
  return PASSIVE.test(document.text.slice(cue.start, cue.end)) ? [] : null;
};
