// W3C Web Annotations: selectors that lead back to the words, also past emoji.

import fc from 'fast-check';

import type { Citable } from '../../src/citation';
import { codePointCounter } from '../../src/citation/codePoints';
import { annotation } from '../../src/citation/formats/annotation';
import { citable } from './citable';

interface Selector {
  readonly type: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}
interface Target {
  readonly source: { readonly id: string };
  readonly selector: Selector | readonly [Selector, Selector];
}

/** No half of a character of two units. */
const WELL_FORMED = /^\P{Cs}*$/u;
const BASE = 'http://localhost:8080';
const at = { page: `${BASE}/p`, list: `${BASE}/l`, nextPage: `${BASE}/n` };
const page = (...statements: Citable[]) =>
  JSON.parse(annotation.many!(statements, { base: BASE }, at)) as {
    items: { target: Target[]; body: { value: string } }[];
  };
const targets = (statement: Citable) => page(statement).items[0]?.target ?? [];

test('every span is given twice: by place in the stored text, by its words on the page', () => {
  const found = targets(citable());
  expect(found.map(({ source }) => source.id)).toEqual([
    `${BASE}/v1/articles/019ab3f2-69ff-7d3c-8c11-5a0f3b7c2d40/text?revision=1`,
    'https://herald.example/summit',
    `${BASE}/v1/articles/019ab3f2-69ff-7d3c-8c11-5a0f3b7c2d40/text?revision=1`,
    'https://herald.example/summit',
  ]);
});

test('an article without an address has its stored text alone', () => {
  expect(targets(citable({ article: { url: null } }))).toHaveLength(2);
});

test('places count code points, as the model wants it', () => {
  const text = '🦁🦁 “A 👩‍👩‍👧 family 𝒳,” she said. “More 🦁.”';
  const statement = citable({ text, said: ['“A 👩‍👩‍👧 family 𝒳,”', '“More 🦁.”'] });
  const points = Array.from(text);
  const places = targets(statement).flatMap(({ selector }) =>
    Array.isArray(selector) ? [selector as readonly [Selector, Selector]] : [],
  );
  expect(places).toHaveLength(2);
  for (const [quote, place] of places) {
    expect(points.slice(place.start, place.end).join('')).toBe(quote.exact);
    expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
  }
  // Five and eight units less than UTF-16 would count.
  expect(statement.content[0]?.start).toBe(5);
  expect(places[0]?.[1].start).toBe(3);
});

test('any offset of any text converts as if every character had been counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, any) => {
      const points = Array.from(text);
      const point = any % (points.length + 1);
      const unit = points.slice(0, point).join('').length;
      expect(codePointCounter(text)(unit)).toBe(point);
    }),
  );
});

test('context does not begin or end within an emoji', () => {
  const text = `${'🦁'.repeat(20)}a "Yes," b${'🦁'.repeat(20)}`;
  const [first] = targets(citable({ text, said: ['"Yes,"'] }));
  const [quote] = first?.selector as readonly [Selector, Selector];
  expect(quote.prefix).toMatch(WELL_FORMED);
  expect(quote.suffix).toMatch(WELL_FORMED);
});

test('the body says who said what, in quotation marks only where they are due', () => {
  const indirect = citable({
    form: 'indirect',
    text: 'Halvik said it rained.',
    said: ['it rained'],
  });
  expect(page(indirect).items[0]?.body.value).toBe('Joren Halvik: it rained');
  expect(page(citable()).items[0]?.body.value).toMatch(/^Joren Halvik: “Neighbours .* both\.”$/);
});

test('a page belongs to its collection and leads to the next one', () => {
  expect(page(citable())).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: at.page,
    type: 'AnnotationPage',
    partOf: { id: at.list, type: 'AnnotationCollection' },
    next: at.nextPage,
  });
});
