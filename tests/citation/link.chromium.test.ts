// Deep links in a real Chromium: what it marks is the quotation, all of it and nothing else. Skipped, and said so, where
// there is no Chromium.

import type { Citable } from '../../src/citation';
import { link } from '../../src/citation/formats/link';
import { unquoted } from '../../src/citation/wording';
import { readSeeds } from '../evaluation/gold';
import type { Browser } from './browser';
import { CHROMIUM, startBrowser } from './browser';
import { citable } from './citable';

const withChromium = CHROMIUM === null ? describe.skip : describe;
if (CHROMIUM === null) {
  process.stderr.write(
    'SKIPPED: deep links were not opened in a browser, since there is no Chromium here.\n',
  );
}

const context = {
  base: '',
  typesetter: {
    typeset: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  },
};

withChromium('in Chromium', () => {
  jest.setTimeout(300_000);
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(String(CHROMIUM));
  });
  afterAll(() => browser.close());

  const open = (statement: Citable, withMarks: boolean) =>
    browser.open(
      String(link.one(statement, context)).trim(),
      statement.article.title ?? '',
      statement.article.text ?? '',
      withMarks ? statement.content : statement.content.map(unquoted),
    );
  const expectMarked = async (statement: Citable, withMarks = false) => {
    const { covered, astray, scrolled } = await open(statement, withMarks);
    const seen = { link: link.one(statement, context), covered, astray, scrolled };
    expect(seen).toMatchObject({ astray: 0 });
    expect(covered).toBeGreaterThan(0.98);
    expect(scrolled).toBeGreaterThan(0);
  };

  const filler = 'Nothing else was said that day, and the rain went on.\n\n';
  const CASES: [string, string, string[], number?][] = [
    ['one sentence', `${filler}“It rained,” she said.`, ['“It rained,”']],
    [
      'dashes, commas and ampersands',
      `${filler}"A half-baked plan, R&D-wise - really, 100% so," he said.`,
      ['"A half-baked plan, R&D-wise - really, 100% so,"'],
    ],
    ['the second of two', `He said “no way” twice. She said “no way” once.`, ['“no way”'], 1],
    ['part of a longer word before it', 'Artists said “art” and “artful”.', ['“art”']],
    [
      'two paragraphs',
      `${filler}“It was a cold night.\n\n“We waited until dawn,” she said.`,
      ['“It was a cold night.\n\n“We waited until dawn,”'],
    ],
    [
      'more than 300 characters',
      `${filler}“It was cold ${'and we waited and waited '.repeat(20)}until dawn,” she said.`,
      [`“It was cold ${'and we waited and waited '.repeat(20)}until dawn,”`],
    ],
    [
      'emoji and other planes',
      `${filler}“🦁 roars 𝒳 times 👩‍👩‍👧,” she said.`,
      ['“🦁 roars 𝒳 times 👩‍👩‍👧,”'],
    ],
    ['accents', `${filler}“Zoë naïvely said résumé,” he said.`, ['“Zoë naïvely said résumé,”']],
    [
      'two spans',
      `${filler}“It rained,” she said. “Then it snowed.”`,
      ['“It rained,”', '“Then it snowed.”'],
    ],
    [
      'the words of the headline',
      `${filler}The mayor said “Rain and more rain” was near.`,
      ['“Rain and more rain”'],
    ],
    ['a paraphrase', `${filler}She said that it had rained.`, ['that it had rained']],
  ];

  test.each(CASES)('%s', async (_, text, said, nth = 0) => {
    const statement = citable({ text, said, article: { title: 'Rain and more rain' } });
    if (nth === 0) return expectMarked(statement);
    const [span] = statement.content;
    const start = text.indexOf(span!.exact, span!.end);
    await expectMarked({
      ...statement,
      content: [{ ...span!, start, end: start + span!.exact.length }],
    });
  });

  test('the second of two that are paragraphs, with their marks', async () => {
    const text = `${filler}“No way.”\n\nHe left.\n\n“No way.”\n\nShe stayed.`;
    const start = text.lastIndexOf('“No way.”');
    const content = [{ start, end: start + 9, exact: '“No way.”' }];
    await expectMarked({ ...citable({ text, said: ['“No way.”'] }), content }, true);
  });

  test('a link to other words is caught', async () => {
    const { covered } = await browser.open(
      'https://herald.example/x#:~:text=rained',
      'Weather',
      'It rained. It snowed.',
      [{ start: 11, end: 20 }],
    );
    expect(covered).toBe(0);
  });

  test.each(readSeeds())('statements of $id', async ({ id, text, statements }) => {
    for (const { content } of statements.filter((_, index) => index % 10 === 0)) {
      const said = content.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }));
      const base = citable({ text, said: [text.slice(0, 1)], article: { title: id } });
      await expectMarked({ ...base, content: said });
    }
  });
});
