// Bytes of a page → text, in the character set that the header or the page itself declares.

/** What windows-1252 has at 0x80 to 0x9F; Node's own decoder gives control characters there, also for “these”. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Labels that browsers take for windows-1252 (WHATWG Encoding), which is what pages so labelled mostly are. */
const LATIN_1 = /^(windows-1252|cp1252|x-cp1252|iso-?8859-1|latin1|l1|us-ascii|ascii)$/i;

/** Decodes by `contentType`'s charset, else the page's own <meta>, else as UTF-8. */
export function decodeHtml(bytes: Uint8Array, contentType = ''): string {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const label =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    'utf-8';
  if (LATIN_1.test(label)) {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
  }
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
