// A page in, its article out: checked, metadata read, boilerplate removed, the readable part rendered as text.
// Runs in a worker thread. The text that comes out is what is stored, and all offsets refer to it.

import { Readability } from '@mozilla/readability';

import { AppError } from '../../errors';
import type { ReadableArticle } from '../types';
import { removeBoilerplate } from './boilerplate';
import { parsePage } from './document';
import type { DomDocument, DomNode } from './dom';
import { readMetadata } from './metadata';
import { renderText } from './render';

/** Reads the article of a page (or of a fragment of HTML). Throws `invalid-input` where there is nothing to read. */
export function readHtml(html: string, url: string | null): ReadableArticle {
  const document = parsePage(html);
  const metadata = readMetadata(document, url);
  removeBoilerplate(document);
  const text = readableText(html, document);
  if (text === '') {
    throw new AppError(
      'invalid-input',
      'There is no readable text in this HTML: scripts may write it later in a browser. Send the finished page, or the text.',
    );
  }
  return { ...metadata, text };
}

/** Whole pages carry menus and teasers beside the article; a fragment is the article. */
function readableText(html: string, document: DomDocument): string {
  const everything = document.body === null ? '' : renderText(document.body);
  if (everything === '' || !/<(?:html|body|head|main|article|header|footer)[\s>]/i.test(html))
    return everything;
  const part = readablePart(document);
  return part === null ? everything : renderText(part) || everything;
}

/**
 * Readability's choice, as nodes. It rewrites the document, hence comes last. The threshold is low because agencies
 * print one-paragraph items, for which Readability would otherwise try again with menus let in.
 */
function readablePart(document: DomDocument): DomNode | null {
  const options = {
    charThreshold: 140,
    disableJSONLD: true,
    serializer: (node: unknown) => node as DomNode,
  };
  try {
    return new Readability<DomNode>(document as never, options).parse()?.content ?? null;
  } catch (error) {
    // Readability recurses; a page can be too wide for the stack without being too deep for us.
    if (!(error instanceof RangeError)) throw error;
    throw new AppError(
      'invalid-input',
      "This HTML is too entangled to find the article in it. Send the article's own markup, or its text.",
      { cause: error },
    );
  }
}
