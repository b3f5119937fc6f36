// Which found statement stands for which gold one: the referee's pairing, one statement at a time. The referee gives totals
// only; confidence and the error catalogue ask about single statements.

const LETTER = /[\p{L}\p{N}]/u;

/** For each found statement its gold partner's index (null: none), and whether it is right: attributed@0.50. */
export function judge(text, golds, found) {
  const prepared = (some) =>
    some.map((one) => ({
      content: letters(text, one.content, true),
      source: letters(text, one.source),
    }));
  const [gold, ours] = [prepared(golds), prepared(found)];
  const pairs = gold.flatMap((g, i) =>
    ours.flatMap((o, j) => {
      const both = shared(g.content, o.content);
      const overlap = both / (g.content.size + o.content.size - both);
      return overlap >= 0.5 ? [{ i, j, overlap, sources: shared(g.source, o.source) }] : [];
    }),
  );
  // One to one, largest overlap of contents first.
  pairs.sort((a, b) => b.overlap - a.overlap || b.sources - a.sources || a.i - b.i || a.j - b.j);
  const [taken, partners] = [new Set(), new Map()];
  for (const { i, j } of pairs) {
    if (taken.has(i) || partners.has(j)) continue;
    taken.add(i);
    partners.set(j, i);
  }
  return ours.map(({ source }, j) => {
    const partner = partners.get(j) ?? null;
    const wanted = partner === null ? null : gold[partner].source;
    const right =
      wanted !== null && (wanted.size === 0 ? source.size === 0 : shared(wanted, source) > 0);
    return { partner, right };
  });
}

/** Places of the letters and digits in the spans; a "that" that opens a content is passed over. */
function letters(text, spans, isContent = false) {
  const places = new Set();
  spans.forEach(([start, end], index) => {
    const that =
      isContent && index === 0 ? /^[\s"'“”‘’]*that\s+/i.exec(text.slice(start, end)) : null;
    for (let at = start + (that?.[0].length ?? 0); at < end; at++)
      if (LETTER.test(text[at])) places.add(at);
  });
  return places;
}

function shared(a, b) {
  let count = 0;
  for (const place of a) if (b.has(place)) count++;
  return count;
}
