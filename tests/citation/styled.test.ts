// APA, MLA and Chicago, set by the real typesetter in its thread.

import { join } from 'node:path';

import type { Citable, StyleName } from '../../src/citation';
import { createTypesetter, FORMATS } from '../../src/citation';
import { citable, HOSTILE_TITLES, UNKNOWN } from './citable';

const workerFile = join(__dirname, '../../dist/citation/typesetting/worker.js');
const typesetter = createTypesetter({ workerFile });
afterAll(() => typesetter.close());

const styles: StyleName[] = ['apa', 'mla', 'chicago'];
const set = async (style: StyleName, statement: Citable): Promise<string> => {
  const format = FORMATS.find(({ name }) => name === style)!;
  return String(await format.one(statement, { base: '', typesetter }));
};

const WORDS =
  'Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both';
const paraphrase = citable({
  form: 'indirect',
  text: 'Halvik said it would "surely" rain.',
  said: ['it would "surely" rain'],
});

// The first one waits for the styles to be read.
jest.setTimeout(60_000);

test('APA: the speaker is cited as in the article', async () => {
  expect(await set('apa', citable())).toBe(
    `“${WORDS}” (Joren Halvik, as cited in Perrault, 2026).

Perrault, N. (2026, May 12). Serrane and Kestria vow to finish railway. The Sample Herald. https://herald.example/summit
`,
  );
});

test('MLA: quoted in', async () => {
  expect(await set('mla', citable())).toBe(
    `Joren Halvik: “${WORDS}” (qtd. in Perrault).

Perrault, Nadia. “Serrane and Kestria Vow to Finish Railway.” The Sample Herald, 12 May 2026, https://herald.example/summit.
`,
  );
});

test('Chicago: a note, and an entry for the bibliography', async () => {
  expect(await set('chicago', citable())).toBe(
    `“${WORDS}.”

Joren Halvik, quoted in Nadia Perrault, “Serrane and Kestria Vow to Finish Railway,” The Sample Herald, May 12, 2026, https://herald.example/summit.

Perrault, Nadia. “Serrane and Kestria Vow to Finish Railway.” The Sample Herald, May 12, 2026. https://herald.example/summit.
`,
  );
});

test.each(styles)('%s never has a paraphrase as a quotation', async (style) => {
  const text = await set(style, paraphrase);
  expect(text).toContain('it would "surely" rain');
  expect(text).not.toMatch(/“it would|qtd\.|quoted in/);
});

test.each(styles)('%s gives a speaker without a name none', async (style) => {
  const text = await set(style, citable({ speakers: [], source: 'he' }));
  expect(text).not.toMatch(/Halvik|\bhe\b/);
  expect(text).toContain('Perrault');
});

test.each(styles)('%s makes do with an article of which nothing is known', async (style) => {
  const text = await set(style, citable({ article: UNKNOWN }));
  expect(text).toMatch(/\[untitled article\]/i);
  expect(text).not.toMatch(/error|undefined|null/i);
});

test.each(styles)('%s puts double marks within a quotation into single ones', async (style) => {
  const text = '“He called it ‘fine’ and “good”,” she said.';
  const said = ['“He called it ‘fine’ and “good”,”'];
  expect(await set(style, citable({ text, said }))).toContain('“He called it ‘fine’ and ‘good’');
});

test.each(HOSTILE_TITLES)('the headline %j is printed, not obeyed', async (title) => {
  const letters = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  for (const style of styles) {
    const text = await set(style, citable({ article: { title } }));
    expect(letters(text)).toContain(letters(title));
    expect(text.trim().split('\n\n')).toHaveLength(style === 'chicago' ? 3 : 2);
  }
});

test('two authors, and one that is no person', async () => {
  const byline = 'Priya Lockwood, Ben Sarratt and Sample Wire';
  expect(await set('chicago', citable({ article: { byline } }))).toContain(
    'Lockwood, Priya, Ben Sarratt, and Sample Wire.',
  );
});

test('works set one after the other do not know of each other', async () => {
  // In one document, styles would tell two works of one author and year apart: 2026a, 2026b.
  await set('apa', citable());
  expect(await set('apa', citable({ article: { title: 'Another one' } }))).toContain(
    '(2026, May 12)',
  );
});

test('the thread ends when nobody asks, and starts again', async () => {
  const brief = createTypesetter({ workerFile, idleMs: 50 });
  const work = { id: 'a', type: 'webpage', title: 'Railway' } as const;
  const before = process.report.getReport() as unknown as { workers: unknown[] };
  const first = await brief.typeset('mla', work, '');
  const during = process.report.getReport() as unknown as { workers: unknown[] };
  expect(during.workers.length).toBe(before.workers.length + 1);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const after = process.report.getReport() as unknown as { workers: unknown[] };
  expect(after.workers.length).toBe(before.workers.length);
  expect(await brief.typeset('mla', work, '')).toEqual(first);
  await brief.close();
});

test('more than can wait are refused, to be tried again', async () => {
  const narrow = createTypesetter({ workerFile, maxQueue: 1 });
  const work = { id: 'a', type: 'webpage', title: 'Railway' } as const;
  const asked = [1, 2, 3, 4].map(() => narrow.typeset('mla', work, ''));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(answer).toMatchObject({ reason: { kind: 'unavailable' } });
  }
  expect(answers[0]?.status).toBe('fulfilled');
  await narrow.close();
});
