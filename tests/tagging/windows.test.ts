// Windows tile any text, fit the encoder, and fall into step again behind what is put in front of a text.

import * as fc from 'fast-check';

import type { Features } from '../../src/tagging/features';
import { FEATURES } from '../../src/tagging/features';
import type { Tokens } from '../../src/tagging/tokenizer';
import { cutWindows } from '../../src/tagging/windows';

const size = { subtokens: 64, overlapWords: 12 };

/** A text as far as windows see it: for each word its number of subtokens and whether it begins a paragraph. */
function made(words: readonly (readonly [number, boolean])[]): {
  tokens: Tokens;
  features: Features;
} {
  const first = new Int32Array(words.length + 1);
  const paragraphs = new Int32Array(words.length);
  words.forEach(([subtokens, begins], word) => {
    first[word + 1] = first[word]! + subtokens;
    paragraphs[word] = (paragraphs[word - 1] ?? 0) + (begins ? 1 : 0);
  });
  const ids = Int32Array.from({ length: first[words.length]! }, (_, at) => (at * 7919) % 30_000);
  const places = new Int32Array(words.length);
  return {
    tokens: { count: words.length, starts: places, ends: places, ids, first },
    features: { values: new Uint8Array(words.length * FEATURES), paragraphs },
  };
}

const texts = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.boolean()), {
  maxLength: 400,
});

test('every word is answered for by exactly one window, which reads it', () => {
  fc.assert(
    fc.property(texts, (words) => {
      const { tokens, features } = made(words);
      let low = 0;
      for (const window of cutWindows(tokens, features, size)) {
        expect(window.low).toBe(low);
        expect(window.high).toBeGreaterThan(low);
        expect(window.start).toBeLessThanOrEqual(window.low);
        expect(window.end).toBeGreaterThanOrEqual(window.high);
        low = window.high;
      }
      expect(low).toBe(words.length);
    }),
  );
});

test('a window of ordinary words is not larger than the encoder holds', () => {
  const ordinary = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(ordinary, (words) => {
      const { tokens, features } = made(words);
      for (const { start, end } of cutWindows(tokens, features, size)) {
        expect(tokens.first[end]! - tokens.first[start]!).toBeLessThanOrEqual(size.subtokens - 2);
      }
    }),
  );
});

test('a text that fits is one window', () => {
  const { tokens, features } = made(Array.from({ length: 62 }, () => [1, false] as const));
  expect([...cutWindows(tokens, features, size)]).toEqual([
    { start: 0, end: 62, low: 0, high: 62 },
  ]);
});
