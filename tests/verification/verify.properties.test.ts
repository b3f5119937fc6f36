// What must hold for every quotation, whatever its words.

import fc from 'fast-check';

import type { StoredQuotation, VerificationReads } from '../../src/verification';
import { readClaim, verify } from '../../src/verification';

const WORDS =
  'the council will not sell any of its 25 ships before winter because nobody wants to buy them and we have $3 million left in May for Ms Ruiz of Lund'.split(
    ' ',
  );
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.integer({ min: 0, max: 99_999 }).map(String),
);
const quotation = fc.array(word, { minLength: 1, maxLength: 60 });

/** A store with these direct quotations, all of which are candidates for everything. */
function holding(...contents: string[]): VerificationReads {
  const statements = contents.map((exact, i): StoredQuotation => {
    const content = [{ start: 10, end: 10 + exact.length, exact }];
    return {
      id: `${i}`,
      form: 'direct',
      articleId: `${i}`,
      date: new Date(i),
      content,
      sentenceEnd: 0,
      speakers: [],
    };
  });
  return {
    candidates: async () => statements,
    texts: async () => [],
    articlesSearched: async () => contents.length,
  };
}

const verdictOn = async (claim: string, ...stored: string[]) =>
  (await verify(holding(...stored.map((words) => `“${words}”`)), readClaim(claim), null)).verdict;

test('a copied direct quotation is always verbatim, and so is any part of it', async () => {
  await fc.assert(
    fc.asyncProperty(quotation, fc.nat(), fc.nat(), async (words, a, b) => {
      const stored = words.join(' ');
      expect(await verdictOn(`"${stored}."`, stored)).toBe('verbatim');
      const from = a % words.length;
      const to = from + 1 + (b % (words.length - from));
      expect(await verdictOn(words.slice(from, to).join('  '), stored)).toBe('verbatim');
    }),
  );
});

test('a changed number never is', async () => {
  await fc.assert(
    fc.asyncProperty(
      quotation,
      quotation,
      fc.nat(99_999),
      fc.nat(99_999),
      async (before, after, stored, claimed) => {
        fc.pre(stored !== claimed);
        const put = (number: number) => [...before, number, ...after].join(' ');
        expect(await verdictOn(put(claimed), put(stored))).not.toBe('verbatim');
      },
    ),
  );
});

test('nor one that lost or gained a "not"', async () => {
  await fc.assert(
    fc.asyncProperty(quotation, quotation, async (before, after) => {
      // "not not" with one left out still stands in it.
      fc.pre(before.at(-1) !== 'not' && after[0] !== 'not');
      const [plain, negated] = [
        [...before, ...after],
        [...before, 'not', ...after],
      ].map((w) => w.join(' ')) as [string, string];
      expect(await verdictOn(plain, negated)).not.toBe('verbatim');
      expect(await verdictOn(negated, plain)).not.toBe('verbatim');
    }),
  );
});

test('spans of evidence lie in the stored content, and hold words of the claim', async () => {
  await fc.assert(
    fc.asyncProperty(quotation, fc.string({ maxLength: 200 }), async (words, noise) => {
      const exact = `“${words.join(' ')}”`;
      const claim = `${words.slice(0, 30).join(' ')} ${noise}`;
      const { statements } = await verify(holding(exact), readClaim(claim), null);
      for (const { matched } of statements) {
        for (const { start, end } of matched) {
          expect(start).toBeGreaterThanOrEqual(10);
          expect(end).toBeLessThanOrEqual(10 + exact.length);
          expect(end).toBeGreaterThan(start);
        }
      }
    }),
  );
});

test('whatever is asked, it answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (noise) => {
      const claim = readClaim(noise);
      if (claim.pieces.length === 0) return;
      expect((await verify(holding(`“${noise}”`), claim, null)).verdict).toEqual(
        expect.any(String),
      );
    }),
  );
});
