// An article's text cut where any statement, source, cue or mention begins or ends, so that nested ones can all be marked.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Markable {
  readonly content: readonly Span[];
  readonly source: Span | null;
  readonly cue: Span | null;
  /** The chains of mentions that led to names may stand anywhere in the text. */
  readonly speakers?: readonly { readonly mentions: readonly Span[] }[];
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** The statements whose content this is, by their index, the innermost last. */
  readonly within: readonly number[];
  /**
   * The statements for which the keyboard stops here, and nowhere else. The innermost one is the last; others stand
   * before it where they have no words of their own, as when two people are said to have said the same.
   */
  readonly stops: readonly number[];
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

/** All places that have to do with a statement. */
export const placesOf = ({ content, source, cue, speakers }: Markable): Span[] =>
  [...content, source, cue, ...(speakers ?? []).flatMap(({ mentions }) => mentions)].filter(
    (span) => span !== null,
  );

const lengthOf = ({ content }: Markable): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);

/** Cuts the text into paragraphs of segments; together they are the text, but for its line breaks. */
export function segmentsOf(text: string, statements: readonly Markable[]): Paragraph[] {
  const cuts = new Set([0, text.length]);
  const starts: [number, number][] = [];
  const ends: [number, number][] = [];
  statements.forEach((statement, index) => {
    for (const { start, end } of placesOf(statement)) cuts.add(start).add(end);
    for (const { start, end } of statement.content) {
      starts.push([start, index]);
      ends.push([end, index]);
    }
  });
  for (const { index, 0: breaks } of text.matchAll(/\n+/g)) {
    cuts.add(index).add(index + breaks.length);
  }
  // An excerpt ends before the places of what it leaves out.
  const at = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  starts.sort((a, b) => a[0] - b[0]);
  ends.sort((a, b) => a[0] - b[0]);
  const lengths = statements.map(lengthOf);
  const open = new Set<number>();
  const paragraphs: Omit<Segment, 'stops'>[][] = [[]];
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
    paragraphs.at(-1)?.push({ start, text: piece, within });
  }
  return withStops(paragraphs.filter((paragraph) => paragraph.length > 0));
}

/** Gives each statement its one stop: where it is first the innermost, else where it begins. */
function withStops(paragraphs: readonly (readonly Omit<Segment, 'stops'>[])[]): Paragraph[] {
  const own = new Map<number, number>();
  const begins = new Map<number, number>();
  for (const { start, within } of paragraphs.flat()) {
    const innermost = within.at(-1);
    if (innermost !== undefined && !own.has(innermost)) own.set(innermost, start);
    for (const index of within) if (!begins.has(index)) begins.set(index, start);
  }
  const stopOf = (index: number): number | undefined => own.get(index) ?? begins.get(index);
  return paragraphs.map((paragraph) => {
    const segments = paragraph.map((segment) => ({
      ...segment,
      stops: segment.within.filter((index) => stopOf(index) === segment.start),
    }));
    const last = segments.at(-1);
    return {
      start: segments[0]?.start ?? 0,
      end: (last?.start ?? 0) + (last?.text.length ?? 0),
      segments,
    };
  });
}
