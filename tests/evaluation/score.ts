// Compares statements with gold ones: precision, recall and F1 of sources, cues and contents, and right names, in percent.

import type { Span } from '../../src/extraction/types';
import type { GoldArticle } from './gold';

export interface FoundStatement {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** Names to print; none for unnamed and unresolved speakers. */
  readonly names: readonly string[];
}

/** Figures in percent, rounded to tenths. */
export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface Scores {
  /** Letters and digits inside spans of the role. */
  readonly source: Figures;
  readonly cue: Figures;
  readonly content: Figures;
  /** Statements whose contents overlap by half and whose sources overlap (or are missing in both). */
  readonly attributed: Figures;
  /** Of gold statements with a named speaker: matched and right (precision over the matched, recall over all). */
  readonly speaker: Figures;
  /** Share of statements by nobody with a name that were given one; lower is better. */
  readonly misnamed: number;
}

type Letters = ReadonlySet<number>;

const tenths = (value: number): number => Math.round(value * 10) / 10;

function figures(right: number, found: number, gold: number): Figures {
  const p = found === 0 ? 0 : (100 * right) / found;
  const r = gold === 0 ? 0 : (100 * right) / gold;
  return { p: tenths(p), r: tenths(r), f1: tenths(p + r === 0 ? 0 : (2 * p * r) / (p + r)) };
}

function lettersIn(text: string, spans: readonly Span[]): Letters {
  const letters = new Set<number>();
  spans.forEach(({ start, end }, i) => {
    const that = i === 0 ? (/^[\s"“‘']*that\s+/i.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
    for (let at = start + that; at < end; at += 1)
      if (/[\p{L}\p{N}]/u.test(text[at]!)) letters.add(at);
  });
  return letters;
}

function common(a: Letters, b: Letters): number {
  let shared = 0;
  for (const letter of a) if (b.has(letter)) shared += 1;
  return shared;
}

/** Scores what `find` gives for each article. */
export async function score(
  articles: readonly GoldArticle[],
  find: (text: string) => Promise<readonly FoundStatement[]>,
): Promise<Scores> {
  const letters = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] };
  let found = 0;
  let gold = 0;
  let attributed = 0;
  const names = { all: 0, matched: 0, right: 0, unnamed: 0, misnamed: 0 };
  for (const { text, statements } of articles) {
    const golds = statements.map((statement) => ({
      statement,
      content: lettersIn(text, statement.content),
      source: lettersIn(text, statement.source),
      cue: lettersIn(text, statement.cue),
    }));
    const ours = (await find(text)).map((statement) => ({
      statement,
      content: lettersIn(text, statement.content),
      source: lettersIn(text, statement.source === null ? [] : [statement.source]),
      cue: lettersIn(text, statement.cue === null ? [] : [statement.cue]),
    }));
    for (const role of ['source', 'cue', 'content'] as const) {
      const a = new Set(golds.flatMap((one) => [...one[role]]));
      const b = new Set(ours.flatMap((one) => [...one[role]]));
      const sums = letters[role];
      [common(a, b), b.size, a.size].forEach((value, i) => (sums[i]! += value));
    }
    found += ours.length;
    gold += golds.length;
    const partners = match(golds, ours);
    golds.forEach((one, i) => {
      const partner = partners.get(i);
      const other = partner === undefined ? null : ours[partner]!;
      if (
        other !== null &&
        (one.source.size === 0 ? other.source.size === 0 : common(one.source, other.source) > 0)
      )
        attributed += 1;
      countNames(names, one.statement.speaker, other?.statement.names ?? null);
    });
  }
  const of = ([right, all, wanted]: number[]): Figures => figures(right!, all!, wanted!);
  return {
    source: of(letters.source),
    cue: of(letters.cue),
    content: of(letters.content),
    attributed: figures(attributed, found, gold),
    speaker: figures(names.right, names.matched, names.all),
    misnamed: tenths(names.unnamed === 0 ? 0 : (100 * names.misnamed) / names.unnamed),
  };
}

/** One-to-one, best overlap first; pairs that overlap by less than half don't match. */
function match(
  golds: readonly { content: Letters; source: Letters }[],
  ours: readonly { content: Letters; source: Letters }[],
): Map<number, number> {
  const pairs = golds.flatMap((a, i) =>
    ours.flatMap((b, j) => {
      const shared = common(a.content, b.content);
      const overlap = shared / (a.content.size + b.content.size - shared);
      return overlap >= 0.5 ? [{ i, j, overlap, sources: common(a.source, b.source) }] : [];
    }),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || b.sources - a.sources || a.i - b.i || a.j - b.j);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (partners.has(i) || taken.has(j)) continue;
    partners.set(i, j);
    taken.add(j);
  }
  return partners;
}

function countNames(
  counts: { all: number; matched: number; right: number; unnamed: number; misnamed: number },
  speaker: { class: string; name: string | null } | null,
  names: readonly string[] | null,
): void {
  if (speaker === null) return;
  if (['person', 'organization', 'joint'].includes(speaker.class) && speaker.name !== null) {
    counts.all += 1;
    if (names === null) return;
    counts.matched += 1;
    const wanted = speaker.name.split(' & ');
    if (names.length > 0 && names.every((name) => wanted.some((one) => sameName(name, one))))
      counts.right += 1;
  } else if (['unnamed', 'implicit', 'author'].includes(speaker.class) && names !== null) {
    counts.unnamed += 1;
    if (names.length > 0) counts.misnamed += 1;
  }
}

const partsOf = (name: string): string[] =>
  (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((part) => !/^(?:mr|mrs|ms|dr|sir|sen|rep|gov|gen|president|the|a|an)$/.test(part));

/** The shorter name's words are all in the longer one, or it is its acronym. */
export function sameName(a: string, b: string): boolean {
  const [short = [], long = []] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length);
  if (short.length === 0) return false;
  const acronym = long
    .filter((part) => !/^(?:of|for|and|in)$/.test(part))
    .map((part) => part[0])
    .join('');
  return short.every((part) => long.includes(part)) || (short.length === 1 && short[0] === acronym);
}
