// From the readable part of a page to its text: what a browser would show, paragraphs apart by one blank line.
// Iterative, because a page may nest deeper than the stack allows.

import type { DomNode } from './dom';
import { CDATA, isElement, TEXT } from './dom';

/** Elements that start and end a paragraph of their own. Everything else is inline and adds no space. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre search section summary table ' +
    'tbody tfoot thead tr ul caption'
  ).split(' '),
);

const CELLS = new Set(['td', 'th']);

/** Left out even if a page has them inside its article. */
const SILENT = new Set(
  'script style noscript template head title svg math button select'.split(' '),
);

/** `He said <q>no</q>`: the marks of <q> come from the browser, the outer pair double, inner ones single. */
const QUOTE_MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/** Renders everything under `root` as text. */
export function renderText(root: DomNode): string {
  const text = paragraphWriter();
  let quoteDepth = 0;
  let preDepth = 0;

  const enter = (node: DomNode): boolean => {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      text.write(node.nodeValue ?? '', preDepth > 0);
      return false;
    }
    if (!isElement(node) || SILENT.has(node.localName)) return false;
    const name = node.localName;
    if (BLOCKS.has(name)) text.breakParagraph();
    else if (name === 'br') text.breakLine();
    else if (CELLS.has(name)) text.write(' ', false);
    else if (name === 'q') text.write(quoteMarks(quoteDepth++)[0], false);
    if (name === 'pre') preDepth += 1;
    return true;
  };
  const leave = (node: DomNode): void => {
    if (!isElement(node) || SILENT.has(node.localName)) return;
    const name = node.localName;
    if (BLOCKS.has(name)) text.breakParagraph();
    else if (name === 'q') text.write(quoteMarks(--quoteDepth)[1], false);
    if (name === 'pre') preDepth -= 1;
  };

  let node: DomNode | null = root;
  while (node !== null) {
    if (enter(node) && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    leave(node);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) leave(node);
    }
    if (node === null || node === root) break;
    node = node.nextSibling;
  }
  return text.finish();
}

function quoteMarks(depth: number): readonly [string, string] {
  return QUOTE_MARKS[depth % 2 === 0 ? 0 : 1];
}

/** White space of HTML, and the spaces that pages use for layout: no-break, figure and narrow no-break ones. */
const SPACES = /[ \t\n\f\r\u00a0\u2007\u202f]+/g;
/** Invisible and splitting words ("attri\u00adbution"); NUL and lone surrogates, which Postgres cannot store. */
const INVISIBLE = /[\0\u00ad\u200b\ufeff]|\p{Surrogate}/gu;

/** Collects lines and paragraphs; white space is collapsed across the borders of inline elements. */
function paragraphWriter() {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let line = '';

  const append = (raw: string): void => {
    const collapsed = raw.replace(SPACES, ' ');
    const joins = line === '' || line.endsWith(' ');
    line += joins && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
  };
  const takeLine = (): string => {
    const taken = line.trimEnd();
    line = '';
    return taken;
  };
  const breakParagraph = (): void => {
    const last = takeLine();
    if (last !== '') lines.push(last);
    if (lines.length > 0) paragraphs.push(lines.join('\n'));
    lines = [];
  };
  /** A second break in a row, as in "<br><br>", makes a paragraph. */
  const breakLine = (): void => {
    const ended = takeLine();
    if (ended === '') breakParagraph();
    else lines.push(ended);
  };

  return {
    breakLine,
    breakParagraph,
    write(raw: string, preformatted: boolean): void {
      const visible = raw.replace(INVISIBLE, '');
      if (!preformatted) return append(visible);
      visible.split(/\r\n?|\n/).forEach((part, index) => {
        if (index > 0) breakLine();
        append(part);
      });
    },
    finish(): string {
      breakParagraph();
      return paragraphs.join('\n\n');
    },
  };
}
