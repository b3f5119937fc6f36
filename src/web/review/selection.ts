// Offsets in a text field against those in a stored text: a field turns each line break of two characters into one.

/** Where an offset of the text stands in the field that shows it. */
export function fieldOffset(text: string, offset: number): number {
  return offset - (text.slice(0, offset).match(/\r\n/g)?.length ?? 0);
}

/** Where an offset of the field stands in the text. */
export function textOffset(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left -= 1) {
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return at;
}
