// RIS, which EndNote, Mendeley and Zotero read. Written here: citation-js's RIS leaves out the authors of newspaper
// articles and breaks long headlines over lines.

import type { Citable, CslName, Format } from '../types';
import { noteOf, workOf } from '../work';

export const ris: Format = {
  name: 'ris',
  mediaType: 'application/x-research-info-systems',
  needsText: false,
  one: entryOf,
  many: (statements) => statements.map(entryOf).join(''),
};

/** The specification's line end. */
const END = '\r\n';

function entryOf(statement: Citable): string {
  const work = workOf(statement);
  const [year, month, day] = work.issued?.['date-parts'][0] ?? [];
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('/');
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', work.type === 'article-newspaper' ? 'NEWS' : 'ELEC'],
    ['ID', `verbatim-${work.id}`],
    ...(work.author ?? []).map((name): [string, string] => ['AU', nameOf(name)]),
    ['TI', work.title],
    ['T2', work['container-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${date}/`],
    ['UR', work.URL],
    ['N1', noteOf(statement)],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}${END}`]))
    .join('');
}

function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal;
  const particle = name['non-dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  return `${family}, ${name.given}`;
}

/** A line break in a headline would start a field of the headline's choosing. */
function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ');
}
