// UTF-16 offsets, which Verbatim counts in, → code points, which the Web Annotation model counts in.

/** A function from offsets of `text` in code units to offsets in code points. */
export function codePointCounter(text: string): (offset: number) => number {
  // Characters of two units are rare: an offset is too high by as many as stand before it.
  const pairs = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
