// BibTeX. Written here: citation-js drops every character that LaTeX has no command for (a Cyrillic headline becomes
// empty) or else escapes nothing, and puts "may 12" where BibTeX wants a month.

import type { Citable, CslName, Format } from '../types';
import { noteOf, workOf } from '../work';

export const bibtex: Format = {
  name: 'bibtex',
  mediaType: 'application/x-bibtex',
  needsText: false,
  one: entryOf,
  many: (statements) => statements.map(entryOf).join('\n'),
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entryOf(statement: Citable): string {
  const work = workOf(statement);
  const [year, month, day] = work.issued?.['date-parts'][0] ?? [];
  const publication = work['container-title'];
  const fields: [name: string, value: string | undefined][] = [
    ['author', work.author && braced(work.author.map(nameOf).join(' and '))],
    // Twice in braces: styles that write titles in small letters would also write "kestria".
    ['title', work.title && braced(braced(escaped(work.title)))],
    ['journal', publication && braced(escaped(publication))],
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : braced(String(day))],
    ['url', work.URL && braced(address(work.URL))],
    ['annote', braced(escaped(noteOf(statement)))],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},\n`],
  );
  const type = publication === undefined ? 'misc' : 'article';
  return `@${type}{${keyOf(statement)},\n${lines.join('')}}\n`;
}

/** Every statement has a key of its own, also among several of one article. */
function keyOf({ id }: Citable): string {
  return `verbatim-${id}`;
}

function nameOf(name: CslName): string {
  // In braces, or "Herald staff and wires" would be two persons, and "Sample Wire" someone called Wire.
  if ('literal' in name) return braced(escaped(name.literal));
  const particle = name['non-dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  return `${escaped(family)}, ${escaped(name.given)}`;
}

function braced(value: string): string {
  return `{${value}}`;
}

// Braces as commands: BibTeX counts braces, also escaped ones, and an odd one would swallow the rest of the file.
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
};

/** Text in which nothing is a command; other scripts stay as they are, in UTF-8. */
function escaped(text: string): string {
  return text.replace(/[\\{}~^<>|"&%$#_]/g, (character) => COMMANDS[character] ?? `\\${character}`);
}

/** Addresses are read as they stand, save what would end the field. */
function address(url: string): string {
  return url.replace(/[{}\\"^`<>|]/g, encodeURIComponent);
}
