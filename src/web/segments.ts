// An article's text cut where any statement, source or cue begins or ends, so that nested ones can all be marked.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Markable {
  readonly content: readonly Span[];
  readonly source: Span | null;
  readonly cue: Span | null;
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** The statements whose content this is, by their index, the innermost last. */
  readonly within: readonly number[];
  /** Whether the innermost statement begins here: the one place where the keyboard stops for it. */
  readonly opens: boolean;
}

const lengthOf = ({ content }: Markable): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);

/** Cuts the text into paragraphs of segments; together they are the text, but for its line breaks. */
export function segmentsOf(text: string, statements: readonly Markable[]): Segment[][] {
  const cuts = new Set([0, text.length]);
  const starts: [number, number][] = [];
  const ends: [number, number][] = [];
  statements.forEach(({ content, source, cue }, index) => {
    for (const { start, end } of [...content, source, cue].filter((span) => span !== null)) {
      cuts.add(start).add(end);
    }
    for (const { start, end } of content) {
      starts.push([start, index]);
      ends.push([end, index]);
    }
  });
  for (const { index, 0: breaks } of text.matchAll(/\n+/g)) {
    cuts.add(index).add(index + breaks.length);
  }
  const at = [...cuts].sort((a, b) => a - b);
  starts.sort((a, b) => a[0] - b[0]);
  ends.sort((a, b) => a[0] - b[0]);
  const lengths = statements.map(lengthOf);
  const open = new Set<number>();
  const stopped = new Set<number>();
  const paragraphs: Segment[][] = [[]];
  let [s, e] = [0, 0];
  for (let k = 0; k + 1 < at.length; k += 1) {
    const [start, end] = [at[k] ?? 0, at[k + 1] ?? 0];
    for (; (ends[e]?.[0] ?? Infinity) <= start; e += 1) open.delete(ends[e]?.[1] ?? -1);
    for (; (starts[s]?.[0] ?? Infinity) <= start; s += 1) open.add(starts[s]?.[1] ?? -1);
    const piece = text.slice(start, end);
    if (piece.startsWith('\n')) {
      paragraphs.push([]);
      continue;
    }
    const within = [...open].sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0));
    const innermost = within.at(-1);
    const opens = innermost !== undefined && !stopped.has(innermost);
    if (opens) stopped.add(innermost);
    paragraphs.at(-1)?.push({ start, text: piece, within, opens });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
