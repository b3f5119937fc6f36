// What contents name: each kind with a passage of its own, then the sample articles against a list made by hand.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Attribution } from '../../src/extraction';
import { readDocument } from '../../src/extraction/document';
import { resolveSpeakers } from '../../src/extraction/speakers';
import { findSubjects } from '../../src/extraction/subjects';
import { readSeeds } from '../evaluation/gold';
import { readMarked } from '../support/marked';

/** The subjects of a text as "name (type)", with "= speaker" where they are one, and the words that name each. */
function subjectsIn(marked: string): string[] {
  const { text, attributions } = readMarked(marked);
  const document = readDocument(text);
  const resolved = resolveSpeakers(document, attributions);
  const { subjects, links } = findSubjects(document, attributions, resolved);
  const spans = subjects.map((_, i) =>
    links.flat().flatMap(({ subject, spans }) => (subject === i ? spans : [])),
  );
  return subjects.map(({ name, type, speaker }, i) => {
    const words = spans[i]!.map(({ start, end }) => text.slice(start, end)).join(', ');
    const same = speaker === null ? '' : ` = ${resolved.speakers[speaker]!.name}`;
    return `${name} (${type}${same}): ${words}`;
  });
}

test.each<[title: string, passage: string, subjects: string[]]>([
  [
    'a person by a last name, who is also a speaker',
    'Joren Halvik met Daria Momtsel. [Halvik] {said} <Momtsel was right>. [Momtsel] {said} <it was late>.',
    ['Daria Momtsel (person = Daria Momtsel): Momtsel'],
  ],
  [
    'an organisation by its letters',
    'The Upper Basin Commission (UBC) met. [Ann Lee] {said} <the UBC was slow and the Upper Basin Commission old>.',
    ['Upper Basin Commission (organisation): UBC, Upper Basin Commission'],
  ],
  [
    'a country by different names',
    '[Ann Lee] {said} <the U.S. and the United States were one, and America was large>.',
    ['United States (place): U.S., United States, America'],
  ],
  [
    'a country that is told by its people',
    'Kestrian ministers met. [Ann Lee] {said} <relations with Kestria were good>.',
    ['Kestria (place): Kestria'],
  ],
  [
    'streets, rivers, headlands',
    '[Ann Lee] {said} <Ferry Street was under water off Orla Head>.',
    ['Ferry Street (place): Ferry Street', 'Orla Head (place): Orla Head'],
  ],
  [
    'laws and plans with a name',
    '[Ann Lee] {said} <the Clean Rivers Act and the Belt and Road Initiative would fail>.',
    [
      'Clean Rivers Act (law): Clean Rivers Act',
      'Belt and Road Initiative (law): Belt and Road Initiative',
    ],
  ],
  [
    'laws with a number',
    '[Ann Lee] {said} <Britain had to invoke Article 50>.',
    ['United Kingdom (place): Britain', 'Article 50 (law): Article 50'],
  ],
  [
    'works in quotation marks, by the noun or by their capitals',
    '[Ann Lee] {said} <her novel “Weir” outsold “The Long Road to Calder Bay”>.',
    ['Weir (work): Weir', 'The Long Road to Calder Bay (work): The Long Road to Calder Bay'],
  ],
  [
    'quoted words are no title',
    '[Ann Lee] {said} <it was a “Grand Bargain” and “mostly true”>.',
    [],
  ],
  [
    'capitals that only their place gives',
    '[Ann Lee] {said} <“People are tired. Maybe it was late. Frankly, nobody came.”>',
    [],
  ],
  ['peoples and feasts', '[Ann Lee] {said} <Kestrian and French guests came at Christmas>.', []],
  [
    'nobody is named outside the content',
    'It rained in Leeds. [Ann Lee] {said} <it was late>.',
    [],
  ],
])('%s', (_title, passage, subjects) => {
  expect(subjectsIn(passage)).toEqual(subjects);
});

test('the sample articles: what their statements name, against a list by hand', () => {
  const gold = JSON.parse(
    readFileSync(join(__dirname, '../fixtures/subjects/seeds.json'), 'utf8'),
  ) as { articles: Record<string, [name: string, type: string][]> };
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { id, text, statements } of readSeeds()) {
    const document = readDocument(text);
    const attributions = statements.map(({ source, cue, content }): Attribution => ({
      source: source[0] ?? null,
      cue: cue[0] ?? null,
      content,
      foundBy: 'model',
      confidence: 1,
      tagged: null,
    }));
    const { subjects } = findSubjects(
      document,
      attributions,
      resolveSpeakers(document, attributions),
    );
    const wanted = new Set(gold.articles[id]!.map(([name, type]) => `${id} ${name} ${type}`));
    const found = new Set(subjects.map(({ name, type }) => `${id} ${name} ${type}`));
    for (const one of found) {
      if (wanted.has(one)) right += 1;
      else wrong.push(one);
    }
    missed.push(...[...wanted].filter((one) => !found.has(one)));
  }
  const percent = (part: number, of: number): number => Math.round((100 * part) / of);
  // Ships, which are none of the types, and a movement of a mass that is called like a woman
  expect(wrong.every((one) => / (?:Roseate Tern|Gloria) /.test(one))).toBe(true);
  expect(percent(right, right + wrong.length)).toBeGreaterThanOrEqual(90);
  expect(percent(right, right + missed.length)).toBeGreaterThanOrEqual(95);
});
