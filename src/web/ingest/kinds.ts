// What kind of thing an article is that was pasted or chosen, and the text of a file.

export type Kind = 'text' | 'html' | 'json';

export const KIND_WORDS: Record<Kind, string> = {
  text: 'Plain text',
  html: 'Web page (HTML)',
  json: 'News item (JSON)',
};

/** More than any article has, and than a field can hold without stalling; the service has its own limit. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** What a text looks like: a web page by its tags, a news item by being JSON, else plain text. */
export function kindOf(content: string, fileName = ''): Kind {
  if (/\.x?html?$/i.test(fileName)) return 'html';
  const start = content.trimStart().slice(0, 2000);
  if (/^<(!doctype\s+html|html|head|body|article|main|!--)[\s>-]/i.test(start)) return 'html';
  if (/^[{[]/.test(start) && isJson(content)) return 'json';
  return /\.json(ld)?$/i.test(fileName) ? 'json' : 'text';
}

function isJson(content: string): boolean {
  try {
    return typeof JSON.parse(content) === 'object';
  } catch {
    return false;
  }
}

/** The text of a file; throws, in words for a reader, where it is none or too large. */
export async function readFile(file: File): Promise<string> {
  if (file.size > MOST_BYTES) {
    throw new Error(
      `“${file.name}” has ${Math.ceil(file.size / 1024 / 1024)} MB; an article has 4 at most. Choose the article alone.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(
      `“${file.name}” is not text in UTF-8. Save it as text, HTML or JSON in UTF-8, or copy its text and paste it.`,
    );
  }
}
