// First step with a page: is it safe to build, and then its DOM. Runs in a worker thread.

import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

import { AppError } from '../../errors';
import type { DomDocument } from './dom';

/** More than any article needs. Readability's time explodes with it: 240 levels take 0.4 s, 2,000 take 84 s. */
const MAX_DEPTH = 256;
/** A 2 MB article has 15,000 paragraphs or so; 50,000 elements are read in a second or two. */
const MAX_ELEMENTS = 50_000;
/** A tag with more attributes than this is an attack, not a page. */
const MAX_ATTRIBUTES = 1_000;

/**
 * Every character reference starts a new piece of text. 400,000 times "&amp;" take linkedom and Readability 115 s,
 * 24,000 times 0.1 s.
 */
const MAX_TEXT_PIECES = 50_000;

interface Outline {
  readonly hasHtml: boolean;
  readonly hasBody: boolean;
}

/** Builds the document of a page or of a fragment of one; refuses pages made to exhaust whoever reads them. */
export function parsePage(html: string): DomDocument {
  const outline = checkedOutline(html);
  return parseHTML(withFrame(html, outline)).document as DomDocument;
}

/**
 * Counts tags as they stream by, before any tree is built: of 100,000 unclosed elements the tree alone would take
 * 2 s, and 12 s with as many stray end tags.
 */
function checkedOutline(html: string): Outline {
  let depth = 0;
  let elements = 0;
  let hasHtml = false;
  let hasBody = false;
  let attributes = 0;
  let textPieces = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      elements += 1;
      attributes = 0;
      hasHtml ||= name === 'html';
      hasBody ||= name === 'body';
      if (depth > MAX_DEPTH) refuse(`its elements are nested more than ${MAX_DEPTH} deep`);
      if (elements > MAX_ELEMENTS) refuse(`it has more than ${MAX_ELEMENTS} elements`);
    },
    onattribute() {
      attributes += 1;
      if (attributes > MAX_ATTRIBUTES) {
        refuse(`one of its elements has more than ${MAX_ATTRIBUTES} attributes`);
      }
    },
    ontext() {
      textPieces += 1;
      if (textPieces > MAX_TEXT_PIECES) {
        refuse(`it has more than ${MAX_TEXT_PIECES} pieces of text and character references`);
      }
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
  return { hasHtml, hasBody };
}

function refuse(reason: string): never {
  throw new AppError(
    'invalid-input',
    `This HTML cannot be read as an article: ${reason}. Send the article's own markup, or its text.`,
  );
}

/** linkedom leaves out the <html> and <body> that a browser would add, and then finds nothing in the body. */
function withFrame(html: string, { hasHtml, hasBody }: Outline): string {
  if (hasHtml && hasBody) return html;
  if (hasBody) return `<html>${html}</html>`;
  return `<html><body>${html}</body></html>`;
}
