// The tokeniser and the features against what the reference makes of invented texts of every kind.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';

import { wordFeatures } from '../../src/tagging/features';
import { createTokenizer } from '../../src/tagging/tokenizer';

interface Reference {
  readonly text: string;
  readonly ids: readonly number[];
  readonly first: readonly number[];
  readonly spans: readonly (readonly [number, number])[];
  readonly features: readonly number[];
  readonly paragraphs: readonly number[];
}

const root = join(__dirname, '..', '..');
const cases = JSON.parse(
  readFileSync(join(root, 'tests/fixtures/tagging/tokens.json'), 'utf8'),
) as Reference[];
const vocabulary = readFileSync(join(root, 'models/attribution.vocab.txt'), 'utf8');
const tokenize = createTokenizer(vocabulary.trimEnd().split('\n'));
/** The one that tests/fixtures/tagging/reference.py uses. */
const lexicon = new Map(Object.entries({ said: 4, wrote: 3, he: 1 }));

const surfaces = (text: string): string[] => {
  const { count, starts, ends } = tokenize(text);
  return Array.from({ length: count }, (_, word) => text.slice(starts[word], ends[word]));
};

test.each(cases.map((reference) => [reference.text.slice(0, 50), reference] as const))(
  'reads %j as the reference does',
  (_title, reference) => {
    const tokens = tokenize(reference.text);
    expect([...tokens.ids]).toEqual(reference.ids);
    expect([...tokens.first]).toEqual([...reference.first, reference.ids.length]);
    expect(Array.from(tokens.starts, (start, word) => [start, tokens.ends[word]])).toEqual(
      reference.spans,
    );
    const features = wordFeatures(reference.text, tokens, lexicon);
    expect([...features.values]).toEqual(reference.features);
    expect([...features.paragraphs]).toEqual(reference.paragraphs);
  },
);

test.each([
  ['half of a surrogate pair inside a word', 'wo\ud83drd said', ['wo\ud83drd', 'said']],
  ['the other half at the end', 'said\ude00', ['said']],
  ['nothing but halves', '\ude00\ud83d', []],
  ['a whole pair', '😀', ['😀']],
])('passes over %s', (_title, text, expected) => {
  expect(surfaces(text)).toEqual(expected);
});

test('covers any string with words in order that split no surrogate pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { count, starts, ends, first, ids } = tokenize(text);
      let end = 0;
      for (let word = 0; word < count; word++) {
        expect(starts[word]).toBeGreaterThanOrEqual(end);
        expect(ends[word]).toBeGreaterThan(starts[word]!);
        expect(first[word + 1]).toBeGreaterThan(first[word]!);
        for (const at of [starts[word]!, ends[word]!]) {
          const inside =
            /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
          expect(inside).toBe(false);
        }
        end = ends[word]!;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(first[count]).toBe(ids.length);
    }),
  );
});
