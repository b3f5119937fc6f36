// Does confidence mean what it says? Of the statements given 0.9, nine in ten should be right.

const BINS = 10;
/** A high confidence to look at by itself; the API promises no threshold yet. */
const SAFE = 0.9;
const LETTER = /[\p{L}\p{N}]/u;

/** Expected calibration error over all statements, ten bins of equal width; and how many of the safest ones are right. */
export function calibrationError(golds, predictions) {
  const answers = new Map(predictions.map(({ id, statements }) => [id, statements]));
  const judged = golds.flatMap(({ id, text, attributions }) =>
    judge(text, attributions, answers.get(id) ?? []),
  );
  const bins = Array.from({ length: BINS }, () => []);
  for (const one of judged) bins[Math.min(BINS - 1, Math.floor(one.confidence * BINS))].push(one);
  const error = bins.reduce((sum, bin) => {
    if (bin.length === 0) return sum;
    const confidence = bin.reduce((total, one) => total + one.confidence, 0);
    return sum + Math.abs(confidence - bin.filter(({ right }) => right).length) / judged.length;
  }, 0);
  const safe = judged.filter(({ confidence }) => confidence >= SAFE);
  const right = (100 * safe.filter((one) => one.right).length) / Math.max(1, safe.length);
  return { error, safe: { least: SAFE, count: safe.length, right } };
}

/** The referee's pairing: one to one, largest overlap of contents first; right where the sources overlap too. */
function judge(text, golds, found) {
  const gold = golds.map((one) => ({
    content: letters(text, one.content, true),
    source: letters(text, one.source),
  }));
  const ours = found.map((one) => ({
    content: letters(text, one.content, true),
    source: letters(text, one.source),
  }));
  const pairs = gold.flatMap((g, i) =>
    ours.flatMap((o, j) => {
      const both = shared(g.content, o.content);
      const overlap = both / (g.content.size + o.content.size - both);
      return overlap >= 0.5 ? [{ i, j, overlap, sources: shared(g.source, o.source) }] : [];
    }),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || b.sources - a.sources || a.i - b.i || a.j - b.j);
  const [taken, partners] = [new Set(), new Map()];
  for (const { i, j } of pairs) {
    if (taken.has(i) || partners.has(j)) continue;
    taken.add(i);
    partners.set(j, i);
  }
  return found.map(({ confidence }, j) => {
    const partner = gold[partners.get(j)];
    const right =
      partner !== undefined &&
      (partner.source.size === 0
        ? ours[j].source.size === 0
        : shared(partner.source, ours[j].source) > 0);
    return { confidence, right };
  });
}

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
