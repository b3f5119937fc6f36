// A byline as printed → names as citation styles want them. A name that may be a body's is left as it is: "Wire, S." for
// the Sample Wire does more harm than a person cited by the whole name.

import type { CslName } from './types';

/** Words that bodies and desks have in their names, and persons do not. */
const NOT_A_PERSON = new Set(
  `agencies agency associated bureau correspondent correspondents desk editor editorial editors journal magazine media
  network news newspaper online post press radio report reporter reporters review service staff team television times
  tribune tv weekly wire wires writer writers`.split(/\s+/),
);

const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|zu|bin|al|el)$/;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|\p{Lu}\.)$/u;

/** Who wrote the article, in the order of the byline: "By Priya Lockwood and Ben Sarratt" is two names. */
export function namesOf(byline: string | null): CslName[] {
  if (byline === null) return [];
  return (
    byline
      .replace(/\s+/g, ' ')
      .trim()
      // "By Nadia Perrault"
      .replace(/^by:? /i, '')
      // "Priya Lockwood, Ben Sarratt and Tom Ellery", "Tom Ellery & Jess Oyelaran", "Tom Ellery; Jess Oyelaran"
      .split(/\s*[,;&|]\s*(?:and )?|\s+and\s+/i)
      .filter((part) => part !== '')
      // "Nadia Perrault, Political Editor": what she is, not whom else she wrote with
      .filter((part, index) => index === 0 || !/\b(?:editor|correspondent|reporter)$/i.test(part))
      .map(nameOf)
  );
}

function nameOf(printed: string): CslName {
  const words = printed.split(' ');
  const personal =
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    !words.some((word) => NOT_A_PERSON.has(word.toLowerCase().replace(/\.$/, '')));
  if (!personal) return { literal: printed };
  // "Hanneke van der Vos": the particles belong to the family name
  const first = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  const split = first === -1 ? words.length - 1 : first;
  const particles = words.slice(split, -1).join(' ');
  return {
    family: words.at(-1) ?? printed,
    given: words.slice(0, split).join(' '),
    ...(particles === '' ? {} : { 'non-dropping-particle': particles }),
  };
}
