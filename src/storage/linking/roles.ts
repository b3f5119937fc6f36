// Do two printed roles belong to one person? Agreement needs words in common, disagreement kinds of work that nobody combines.

import { COUNTRIES } from './data/countries';
import type { Occupation } from './data/occupations';
import { APART, FORMER, OCCUPATIONS } from './data/occupations';

export type RoleMatch = 'agree' | 'neutral' | 'conflict';

// Too common to say anything alone: "the deputy head of", "a new member".
const EMPTY = new Set(
  `a an and the of for in on at to by with from s his her its their our who is was new old young deputy vice senior junior chief head assistant associate member leader spokesman
  spokeswoman spokesperson director manager chairman chairwoman chair officer official general secretary former ex retired late first second one top local national international year
  mr mrs ms dr sir man woman`.split(/\s+/),
);

/** How a role agrees with another one, as printed. */
export function compareRoles(a: string, b: string): RoleMatch {
  const [x, y] = [readRole(a), readRole(b)];
  if ([...x.telling].some((word) => y.telling.has(word)))
    return differentCountries(x, y) ? 'conflict' : 'agree';
  if (x.former || y.former) return 'neutral';
  if (differentCountries(x, y)) return 'conflict';
  if (x.kinds.length === 0 || y.kinds.length === 0) return 'neutral';
  const apart = x.kinds.every((kind) => y.kinds.every((other) => APART.has(`${kind}-${other}`)));
  if (apart) return 'conflict';
  return x.kinds.some((kind) => kind !== 'office' && kind !== 'state' && y.kinds.includes(kind))
    ? 'agree'
    : 'neutral';
}

/** How a role agrees with all that a speaker has been called: one that agrees is enough, all must conflict. */
export function compareWithRoles(
  role: string | null,
  known: readonly string[],
): { readonly match: RoleMatch; readonly stored: string | null } {
  if (role === null || known.length === 0) return { match: 'neutral', stored: null };
  const compared = known.map((stored) => ({ stored, match: compareRoles(role, stored) }));
  const agreeing = compared.find(({ match }) => match === 'agree');
  if (agreeing !== undefined) return agreeing;
  const neutral = compared.some(({ match }) => match === 'neutral');
  return neutral
    ? { match: 'neutral', stored: null }
    : (compared[0] ?? { match: 'neutral', stored: null });
}

interface Role {
  /** Words that say something. */
  readonly telling: ReadonlySet<string>;
  readonly kinds: readonly Occupation[];
  readonly countries: ReadonlySet<string>;
  readonly former: boolean;
}

function readRole(role: string): Role {
  const words = fold(role).split(' ');
  const telling = new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)));
  const kinds = (Object.keys(OCCUPATIONS) as (keyof typeof OCCUPATIONS)[]).filter((kind) =>
    words.some((word) => OCCUPATIONS[kind].has(word)),
  );
  return {
    telling,
    kinds: kinds.includes('office') && governs(telling) ? ['state'] : kinds,
    countries: new Set(words.flatMap((word) => COUNTRIES.get(word) ?? [])),
    former: words.some((word) => FORMER.has(word)),
  };
}

/** "Vice President", "the Kenyan foreign minister"; "president of the Rotary Club" is president of something else. */
function governs(telling: ReadonlySet<string>): boolean {
  const other = [...telling].filter((word) => !COUNTRIES.has(word));
  if (other.some((word) => /^(?:nominee|candidate|presidential)$/.test(word))) return false;
  return other.includes('minister') || other.includes('premier') || other.join() === 'president';
}

/** "Chinese vice president", "Malaysian vice president": offices of two countries. */
function differentCountries(a: Role, b: Role): boolean {
  const office = ({ kinds }: Role) => kinds.includes('office') || kinds.includes('state');
  if (!office(a) || !office(b)) return false;
  if (a.countries.size === 0 || b.countries.size === 0) return false;
  return ![...a.countries].some((country) => b.countries.has(country));
}

/** Near enough to fold_name(); roles are compared here only, never looked up. */
function fold(role: string): string {
  return role
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’.`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
