// Statements written into a text by hand, so that the speakers' step can be tested without the step that finds statements.

import type { Attribution } from '../../src/extraction';
import { readDocument } from '../../src/extraction/document';
import { resolveSpeakers } from '../../src/extraction/speakers';
import type { Span } from '../../src/extraction/types';

type Role = 'source' | 'cue' | 'content';
const ROLES: Readonly<Record<string, Role>> = { '[': 'source', '{': 'cue', '<': 'content' };
const MARKED = /\[([^\]]+)\]|\{([^}]+)\}|<([^>]+)>/g;

/** Reads "[Halvik] {said} <it was late>": a role that the statement has already begins the next one. */
export function readMarked(marked: string): { text: string; attributions: Attribution[] } {
  const found: Partial<Record<Role, Span>>[] = [{}];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(from, match.index);
    const words = match[1] ?? match[2] ?? match[3]!;
    const role = ROLES[match[0][0]!]!;
    if (found.at(-1)![role] !== undefined) found.push({});
    found.at(-1)![role] = { start: text.length, end: text.length + words.length };
    text += words;
    from = match.index + match[0].length;
  }
  const attributions = found.map(({ source, cue, content }): Attribution => ({
    source: source ?? null,
    cue: cue ?? null,
    content: [content!],
    foundBy: 'model',
    confidence: 0.9,
    tagged: null,
  }));
  return { text: text + marked.slice(from), attributions };
}

/** The last statement's speakers as "name (type, resolver)"; `-` where nobody was resolved. */
export function lastSpeakers(marked: string): string {
  const { text, attributions } = readMarked(marked);
  const { speakers, links } = resolveSpeakers(readDocument(text), attributions);
  const last = links.at(-1)!.map(({ speaker, resolvedBy }) => {
    const { name, type } = speakers[speaker]!;
    return `${name} (${type}, ${resolvedBy})`;
  });
  return last.join(' & ') || '-';
}

/** Whom each statement is given to: names joined by `&`, else the type of what spoke; `-` for nobody. */
export function namesIn(marked: string): string[] {
  const { text, attributions } = readMarked(marked);
  const { speakers, links } = resolveSpeakers(readDocument(text), attributions);
  return links.map((found) => {
    const named = found.map(({ speaker }) => {
      const { name, type } = speakers[speaker]!;
      return type === 'person' || type === 'organisation' ? name : type;
    });
    return named.join(' & ') || '-';
  });
}
