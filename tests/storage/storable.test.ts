// The storage door: every stored span is what the text says, and what cannot be stored is refused before it is tried.

import fc from 'fast-check';

import type { ExtractedStatement } from '../../src/extraction/types';
import type { StatementRecord } from '../../src/storage';
import { clipContext, surroundings } from '../../src/storage/saving/storable';
import type { Piece } from './articleFixtures';
import { collect, ENGINE, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const plain = () => piece('Ann Lee said hello.', [{ content: 'hello', by: 'Ann Lee' }]);
const withDraft = (draft: Partial<Piece['draft']>): Piece => ({
  ...plain(),
  draft: { ...plain().draft, ...draft },
});
const withStatement = (statement: Partial<ExtractedStatement>): Piece => {
  const { extraction, ...rest } = plain();
  const statements = extraction.statements.map((one) => ({ ...one, ...statement }));
  return { ...rest, extraction: { ...extraction, statements } };
};

test.each<[string, Partial<Piece['draft']>, string]>([
  ['NUL in the text', { text: 'a\0b' }, '/text'],
  ['a lone surrogate in the text', { text: 'a\ud83d b' }, '/text'],
  ['no text', { text: '' }, '/text'],
  ['NUL in the title', { title: '\0' }, '/title'],
  ['a lone surrogate in the byline', { byline: '\udc00' }, '/byline'],
  ['NUL in the URL', { url: 'https://example.org/\0' }, '/url'],
  ['an endless publication', { publication: 'x'.repeat(501) }, '/publication'],
  ['a year that no calendar has', { publishedAt: new Date(8.64e15) }, '/publishedAt'],
  ['no date at all', { publishedAt: new Date(NaN) }, '/publishedAt'],
])('%s is refused, with its field', async (_title, draft, pointer) => {
  await expect(save(db.store, withDraft(draft))).rejects.toMatchObject({
    kind: 'invalid-input',
    fields: [{ pointer }],
  });
});

test.each<[string, Partial<ExtractedStatement>]>([
  ['beyond the end', { content: [{ start: 0, end: 10_000 }] }],
  ['before the start', { source: { start: -1, end: 3 } }],
  ['empty', { hedge: { start: 3, end: 3 } }],
  ['backwards', { negation: { start: 5, end: 3 } }],
  ['between two code units', { sentence: { start: 0.5, end: 3 } }],
  ['not a number', { content: [{ start: NaN, end: 3 }] }],
  ['missing', { content: [] }],
  ['beside the content', { segments: [{ start: 0, end: 3, words: 'speaker' }] }],
  ['within nothing', { parent: 5 }],
  ['by nobody', { speakers: [{ speaker: 7, resolvedBy: 'x', mentions: [], confidence: 1 }] }],
])('a span that is %s is refused', async (_title, statement) => {
  await expect(save(db.store, withStatement(statement))).rejects.toMatchObject({
    kind: 'invalid-input',
  });
  expect(await db.store.counts()).toEqual({ articles: 0, statements: 0, speakers: 0 });
});

test('a span that cuts an emoji in two is refused', async () => {
  const cut = piece('Ann said 😀.', [{ content: '😀' }]);
  const [statement] = cut.extraction.statements as [ExtractedStatement];
  const half = { ...statement, content: [{ start: 9, end: 10 }] };
  const broken = { ...cut, extraction: { ...cut.extraction, statements: [half] } };
  await expect(save(db.store, broken)).rejects.toMatchObject({ kind: 'invalid-input' });
});

test.each([
  ['right-to-left', 'قال الوزير إن الجسر آمن. שלום.'],
  ['combining marks and joined emoji', 'e\u0301 👩‍👩‍👧‍👦 said 🇪🇺 yes'],
  [
    'control characters and all line ends',
    'a\u0001\u0008\u000b\u001f b\r\nc\rd\u2028e\u2029f\u0085g\ufeff',
  ],
  ['what SQL and JSON escape', `'; DROP TABLE article; -- " \\ \\u0000 $1 $$ %s {{}} \\x00`],
  ['the last code points', '\uffff \ufffe \u{10ffff} \u{10fffe}'],
])('text is kept exactly: %s', async (_title, text) => {
  const { article } = await save(db.store, piece(text, [{ content: text, by: text }]));
  expect((await db.store.articles.text(article.id)).text).toBe(text);
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', {
    limit: 1,
    cursor: null,
  });
  expect(items[0]?.content).toEqual([{ start: 0, end: text.length, exact: text }]);
  expect(items[0]?.speakers[0]?.name).toBe(text);
  await db.store.articles.remove(article.id);
});

test('megabytes of different words, names and roles without end are stored', async () => {
  const text = Array.from({ length: 250_000 }, (_, i) => `w${i.toString(36)}`).join(' ');
  const name = `${'x'.repeat(3000)} y`;
  const one = piece(`${text} ${name}`, [{ content: 'w1', by: name }], {
    draft: { title: 'T'.repeat(10_000) },
    speakers: { [name]: { aliases: ['z'.repeat(3000), '😀'.repeat(80)], role: 'r'.repeat(5000) } },
  });
  const { article } = await save(db.store, one);
  expect(await db.store.articles.count({ q: 'w12' })).toBe(1);
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', {
    limit: 1,
    cursor: null,
  });
  expect(items[0]?.speakers[0]?.name).toBe(name);
  expect(items[0]?.sentence.exact.length).toBeLessThanOrEqual(4000);
  await db.store.articles.remove(article.id);
});

const quotesOf = ({ content, source, cue, negation, hedge, sentence, speakers }: StatementRecord) =>
  [
    ...content,
    source,
    cue,
    negation,
    hedge,
    sentence,
    ...speakers.flatMap(({ mentions }) => mentions),
  ].filter((quote) => quote !== null);

test('whatever the text and spans, text.slice(start, end) is what was stored', async () => {
  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('😀', '“so”', 'é', 'ﷺ', '\\u0000'),
    ),
    { minLength: 4, maxLength: 20 },
  );
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.array(picks, { minLength: 1, maxLength: 5 }),
      async (parts, choices) => {
        const clean = parts
          .map((part) => part.replaceAll(/\0|\p{Surrogate}/gu, ''))
          .filter((part) => part !== '');
        fc.pre(clean.length > 0);
        const text = clean.join(' ');
        const starts = clean.map((_, i) => clean.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
        const span = ([a, b]: [number, number]) => {
          const [from, to] = [a % clean.length, b % clean.length].sort((x, y) => x - y) as [
            number,
            number,
          ];
          return { start: starts[from] ?? 0, end: (starts[to] ?? 0) + (clean[to]?.length ?? 0) };
        };
        const statements = choices.map((choice): ExtractedStatement => {
          const [content, source, cue, negation, sentence, mention] = choice.map(span) as [
            ReturnType<typeof span>,
            ...ReturnType<typeof span>[],
          ];
          return {
            form: 'direct',
            content: [content],
            segments: [],
            alternatives: { source: [], content: [] },
            source: source ?? null,
            cue: cue ? { ...cue, lemma: 'say', class: 'report' } : null,
            speakers: [
              {
                speaker: 0,
                resolvedBy: 'test',
                mentions: mention ? [mention] : [],
                confidence: 0.5,
              },
            ],
            candidates: [
              {
                name: text,
                type: 'person',
                resolvedBy: 'test',
                mentions: [content],
                confidence: 0.4,
              },
            ],
            subjects: [{ subject: 0, spans: [content] }],
            negation: negation ?? null,
            hedge: null,
            parent: null,
            sentence: sentence ?? content,
            confidence: 0.5,
          };
        });
        const extraction = {
          engine: ENGINE,
          speakers: [{ name: text, type: 'person' as const, aliases: [], role: null }],
          subjects: [{ name: text, type: 'work' as const, aliases: [text], speaker: null }],
          statements,
        };
        const { draft } = piece(text, []);
        const { article } = await save(db.store, {
          draft,
          extraction,
          topics: { article: [], statements: [] },
        });
        const stored = await collect((cursor) =>
          db.store.statements.list({ articleId: article.id }, 'position', { limit: 3, cursor }),
        );
        expect(stored).toHaveLength(statements.length);
        const { text: kept } = await db.store.articles.text(article.id);
        for (const [i, statement] of stored.entries()) {
          for (const { start, end, exact } of quotesOf(statement))
            expect(kept.slice(start, end)).toBe(exact);
          expect(statement.content.map(({ start, end }) => ({ start, end }))).toEqual(
            statements[i]?.content,
          );
          const { start, end } = statement.content[0] ?? { start: 0, end: 0 };
          expect(kept.slice(0, start).endsWith(statement.prefix)).toBe(true);
          expect(kept.slice(end).startsWith(statement.suffix)).toBe(true);
        }
        await db.store.articles.remove(article.id);
      },
    ),
    { numRuns: 60 },
  );
});

test('surroundings and clipped sentences never hold half a character', () => {
  const text = '😀'.repeat(4000);
  for (let at = 0; at < 200; at += 2) {
    const content = [{ start: 3000 + at, end: 3002 + at }];
    const { prefix, suffix } = surroundings(text, content);
    const { start, end } = clipContext(text, { start: 0, end: text.length }, content);
    for (const part of [prefix, suffix, text.slice(start, end)])
      expect(part).not.toMatch(/\p{Surrogate}/u);
    expect(start).toBeLessThanOrEqual(3000 + at);
    expect(end).toBeGreaterThanOrEqual(3002 + at);
  }
  expect(surroundings('ab', [{ start: 0, end: 2 }])).toEqual({ prefix: '', suffix: '' });
});
