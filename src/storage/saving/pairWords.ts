// The words of a text as pairing compares them: quotation marks, dashes and white space come and go in editing.

/** Letters and figures in lower case; what stands between them does not count. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:[.,'][\p{L}\p{N}]+)*/gu) ?? []
  );
}
