// Text directives: how they are written, and that each leads to its own words and to no earlier ones.

import fc from 'fast-check';

import type { Citable } from '../../src/citation';
import { link } from '../../src/citation/formats/link';
import { chooseDirective } from '../../src/citation/fragment/choose';
import { addressWith } from '../../src/citation/fragment/directive';
import { readPage } from '../../src/citation/fragment/page';
import { resolve } from '../../src/citation/fragment/resolve';
import { citable } from './citable';

const context = {
  base: '',
  typesetter: {
    typeset: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  },
};
const addressOf = (statement: Citable) => link.one(statement, context);

/** The directive for the nth occurrence of words in a text. */
function chosen(text: string, words: string, nth = 0, headline: string | null = null) {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  const page = readPage(headline, text);
  return chooseDirective(page, page.place(start, start + words.length));
}

describe('writing', () => {
  test('a dash, a comma and an ampersand are encoded: they are the directive’s own', () => {
    const address = addressWith('https://a.example/x', [
      { prefix: 'so-so', textStart: 'half-baked, salt & pepper', textEnd: '50%', suffix: '- no' },
    ]);
    expect(address).toBe(
      'https://a.example/x#:~:text=so%2Dso-,half%2Dbaked%2C%20salt%20%26%20pepper,50%25,-%2D%20no',
    );
  });

  test('several go side by side', () => {
    expect(addressWith('https://a.example/', [{ textStart: 'a' }, { textStart: 'b' }])).toBe(
      'https://a.example/#:~:text=a&text=b',
    );
  });

  test('a fragment stays, another directive does not', () => {
    expect(addressWith('https://a.example/x?y=1#top', [{ textStart: 'a' }])).toBe(
      'https://a.example/x?y=1#top:~:text=a',
    );
    expect(addressWith('https://a.example/x#:~:text=old', [{ textStart: 'a' }])).toBe(
      'https://a.example/x#:~:text=a',
    );
  });

  test('other scripts become ASCII, in the address too', () => {
    expect(addressWith('https://a.example/é', [{ textStart: '🦁' }])).toBe(
      'https://a.example/%C3%A9#:~:text=%F0%9F%A6%81',
    );
  });
});

describe('choosing', () => {
  test('words that occur once need nothing around them', () => {
    expect(chosen('One two. Three four.', 'Three four')).toEqual({ textStart: 'Three four' });
  });

  test('those of a second occurrence come with the words before', () => {
    const text = 'He said no. Then she said no. And they said no.';
    expect(chosen(text, 'said no', 0)).toEqual({ textStart: 'said no' });
    expect(chosen(text, 'said no', 1)).toEqual({ prefix: 'she', textStart: 'said no' });
  });

  test('and with those after where the words before are the same', () => {
    const text = 'She said yes today. She said yes tomorrow.';
    expect(chosen(text, 'yes', 1)).toEqual({
      prefix: 'said',
      textStart: 'yes',
      suffix: 'tomorrow.',
    });
    const lines = 'Yes, she said.\n\nYes, she thought.';
    expect(chosen(lines, 'Yes', 1)).toEqual({ prefix: 'said.', textStart: 'Yes' });
  });

  test('a headline with the same words counts: it is on the page', () => {
    expect(chosen('The mayor says no to it.', 'no to it', 0, 'Mayor: no to it')).toEqual({
      prefix: 'says',
      textStart: 'no to it',
    });
  });

  test('a part of a word is not an occurrence', () => {
    expect(chosen('Cartwheels and art.', 'art', 1)).toEqual({ textStart: 'art' });
  });

  test('what crosses blocks is given by its ends, each within its block', () => {
    const text = 'She said:\n\nOne two three four five.\n\nSix seven eight nine ten.\n\nEnd.';
    expect(chosen(text, text.slice(11, -6))).toEqual({
      textStart: 'One two three four',
      textEnd: 'seven eight nine ten.',
    });
  });

  test('so is what is long', () => {
    const text = `He began. ${'word after word '.repeat(30)}and then he stopped. Good.`;
    const words = text.slice(10, text.indexOf(' Good'));
    const directive = chosen(text, words);
    expect(directive.textEnd).toBe('and then he stopped.');
    expect(directive.textStart.length).toBeLessThan(60);
  });
});

test('any stretch of any text is led to, or else the same words before it', () => {
  const word = fc.constantFrom(
    'no',
    'said',
    'No,',
    'it’s',
    '“no',
    'Zoë',
    '🦁',
    'half-baked',
    '&',
    'said.',
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', '\n\n', '\u00a0')), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (body, from, length) => {
      const words = [...body.matchAll(/\S+/g)];
      const first = words[from % words.length]!;
      const last = words[Math.min(words.length - 1, (from % words.length) + (length % 30))]!;
      const page = readPage('no said', body);
      const place = page.place(first.index, last.index + last[0].length);
      const folded = Object.fromEntries(
        Object.entries(chooseDirective(page, place)).map(([name, term]) => [
          name,
          readPage(null, term).folded,
        ]),
      );
      const found = resolve(page.folded, {
        prefix: '',
        textStart: '',
        textEnd: '',
        suffix: '',
        ...folded,
      });
      if (found?.start === place.start && found.end === place.end) return;
      // Only where the page says as much within all the context that is tried.
      const cut = page.folded.slice(place.start, place.end);
      const got = page.folded.slice(found?.start, found?.end);
      if (cut.includes('\n') || cut.length > 300) expect(beginning(got)).toBe(beginning(cut));
      else expect(got).toBe(cut);
      expect(found?.start).toBeLessThan(place.end);
    }),
    { numRuns: 500 },
  );
});

const beginning = (text: string): string => text.slice(0, 2).trimEnd();

test('a text that says the same a million times is not searched for ever', () => {
  const text = 'no no '.repeat(300_000);
  const began = performance.now();
  const page = readPage(null, text);
  chooseDirective(page, page.place(900_000, 900_005));
  expect(performance.now() - began).toBeLessThan(5_000);
});

describe('a statement’s link', () => {
  test('has a directive for every span, without the marks around it', () => {
    expect(addressOf(citable())).toBe(
      'https://herald.example/summit#:~:text=Neighbours%20cannot%20be%20chosen%2C%20but%20friendships%20can%2C&text=This%20tree%20will%20outlive%20us%20both.\r\n',
    );
  });

  test('cannot be where the article has no address; a list says so and goes on', () => {
    const nowhere = citable({ article: { url: null } });
    expect(addressOf(nowhere)).toBeNull();
    const list = link.many!([nowhere, citable()], context, { page: '', list: '', nextPage: null });
    expect(list.split('\r\n')).toEqual([
      '# 019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77: its article has no address',
      String(addressOf(citable())).trimEnd(),
      '',
    ]);
  });
});
