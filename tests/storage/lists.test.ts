// Lists of statements and articles: every combination of filters gives what a plain look at all statements gives.

import { AppError } from '../../src/errors';
import type { StatementFilter, StatementRecord, StatementSort } from '../../src/storage';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 100, cursor: null };

const PAPERS = ['The Daily Lantern', 'Evening Post', null];
const PEOPLE = ['Ada Abel', 'Ben Borg', 'Cleo Costa'];
const TOPICS = ['20000011', '20000012', '20000018']; // Jewelry (12) is narrower than Fashion (11)
const BROADER: Record<string, string[]> = { '20000012': ['20000011'] };

let all: StatementRecord[];

beforeAll(async () => {
  // A fixed mixture in which every pair of values occurs together somewhere.
  for (let i = 0; i < 36; i++) {
    const word = ['bridge', 'harbour'][i % 2] ?? '';
    const [person = '', other = ''] = [PEOPLE[i % 3], PEOPLE[(i + 1) % 3]];
    const text = `${person} and ${other} said number ${i} of the ${word} stands. ${person} denied that it leaks.`;
    await save(
      db.store,
      piece(
        text,
        [
          {
            content: `number ${i} of the ${word} stands`,
            by: i % 4 === 0 ? [person, other] : person,
            cue: 'said',
            form: i % 5 === 0 ? 'direct' : 'indirect',
            topics: [TOPICS[i % 3] ?? ''],
          },
          {
            content: 'it leaks',
            by: person,
            cue: 'denied',
            lemma: 'deny',
            cueClass: 'denial',
            form: 'mixed',
            ...(i % 2 === 0 ? { topics: [TOPICS[(i + 1) % 3] ?? ''] } : {}),
          },
        ],
        {
          draft: {
            url: `https://example.org/${i}`,
            title: `Article ${i} about a ${word}`,
            publication: PAPERS[i % PAPERS.length] ?? null,
            // Several articles share a day, so that ids have to decide.
            publishedAt: new Date(Date.UTC(2026, 0, 1 + (i % 9))),
          },
        },
      ),
    );
  }
  all = await collect((cursor) => db.store.statements.list({}, '-date', { limit: 7, cursor }));
});

const passes =
  (filter: StatementFilter) =>
  (statement: StatementRecord): boolean => {
    const { speakerIds, topicId, articleId, publication, form, cue, cueClass, q, from, to } =
      filter;
    const topics = statement.topics.flatMap(({ id }) => [id, ...(BROADER[id] ?? [])]);
    const date = statement.article.publishedAt ?? statement.createdAt;
    return (
      (speakerIds === undefined || statement.speakers.some(({ id }) => speakerIds.includes(id))) &&
      (topicId === undefined || topics.includes(topicId)) &&
      (articleId === undefined || statement.article.id === articleId) &&
      (publication === undefined ||
        statement.article.publication?.toLowerCase() === publication.trim().toLowerCase()) &&
      (form === undefined || statement.form === form) &&
      (cue === undefined || statement.cue?.lemma === cue) &&
      (cueClass === undefined || statement.cue?.class === cueClass) &&
      (q === undefined || statement.content.some(({ exact }) => exact.includes(q))) &&
      (from === undefined || date >= from) &&
      (to === undefined || date < to)
    );
  };

test('all statements are listed, newest article first, later ones of an article first', () => {
  expect(all).toHaveLength(72);
  const keys = all.map(({ article, id }) => `${article.publishedAt?.toISOString()} ${id}`);
  expect(keys).toEqual([...keys].sort().reverse());
});

test('every combination of filters, in both orders, page by page', async () => {
  const speakerIds = [all[0]?.speakers[0]?.id ?? '', all[5]?.speakers[0]?.id ?? ''];
  const choices: Record<string, StatementFilter[]> = {
    speaker: [{ speakerIds: speakerIds.slice(0, 1) }, { speakerIds }],
    topic: [{ topicId: '20000011' }],
    article: [{ articleId: all[10]?.article.id ?? '' }],
    publication: [{ publication: ' THE daily lantern' }],
    form: [{ form: 'mixed' }],
    cue: [{ cue: 'deny' }],
    cueClass: [{ cueClass: 'denial' }],
    q: [{ q: 'bridge' }],
    dates: [{ from: new Date(Date.UTC(2026, 0, 3)), to: new Date(Date.UTC(2026, 0, 7)) }],
  };
  let filters: StatementFilter[] = [{}];
  for (const options of Object.values(choices)) {
    filters = filters.flatMap((filter) => [
      filter,
      ...options.map((option) => ({ ...filter, ...option })),
    ]);
  }
  expect(filters).toHaveLength(768);
  let nonEmpty = 0;
  for (const [i, filter] of filters.entries()) {
    const expected = all.filter(passes(filter)).map(({ id }) => id);
    const sort: StatementSort = i % 2 === 0 ? '-date' : 'date';
    const listed = await collect((cursor) =>
      db.store.statements.list(filter, sort, { limit: 5, cursor }),
    );
    expect([filter, listed.map(({ id }) => id)]).toEqual([
      filter,
      sort === '-date' ? expected : expected.reverse(),
    ]);
    if (i % 4 === 0)
      expect([filter, await db.store.statements.count(filter)]).toEqual([filter, expected.length]);
    if (expected.length > 0) nonEmpty++;
  }
  expect(nonEmpty).toBeGreaterThan(100);
});

test('a joint statement of two of the speakers comes once', async () => {
  const ids = all.find(({ speakers }) => speakers.length === 2)?.speakers.map(({ id }) => id) ?? [];
  const listed = await collect((cursor) =>
    db.store.statements.list({ speakerIds: ids }, 'date', { limit: 3, cursor }),
  );
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  expect(listed).toHaveLength(all.filter(passes({ speakerIds: ids })).length);
});

test('speakers of a statement stand in the order of the source', async () => {
  const joint = all.find(({ content }) => content[0]?.exact === 'number 0 of the bridge stands');
  expect(joint?.speakers.map(({ name }) => name)).toEqual(['Ada Abel', 'Ben Borg']);
});

test.each([
  ['nobody', { speakerIds: [] }],
  ['someone who does not exist', { speakerIds: ['00000000-0000-7000-8000-000000000000'] }],
  ['an id that is none', { speakerIds: ['x; DROP TABLE statement'] }],
  ['a topic that does not exist', { topicId: "1' OR '1'='1" }],
  ['words with NUL', { q: 'a\0b' }],
  ['a publication with NUL', { publication: '\0' }],
  ['a cue that does not occur', { cue: "say'--" }],
  ['only punctuation to search', { q: '"" - ( & !' }],
])('%s matches nothing', async (_title, filter: StatementFilter) => {
  expect(await db.store.statements.list(filter, '-date', FIRST)).toEqual({
    items: [],
    nextCursor: null,
  });
  expect(await db.store.statements.count(filter)).toBe(0);
});

test('text order needs an article', async () => {
  await expect(db.store.statements.list({}, 'position', FIRST)).rejects.toMatchObject({
    kind: 'malformed-request',
  });
});

test('an article that does not exist is not found, one without matches is empty', async () => {
  for (const articleId of ['00000000-0000-7000-8000-000000000000', 'nonsense']) {
    const listing = db.store.statements.list({ articleId }, '-date', FIRST);
    await expect(listing).rejects.toMatchObject({ kind: 'not-found' });
  }
  const articleId = all[0]?.article.id ?? '';
  expect(
    (await db.store.statements.list({ articleId, cue: 'sing' }, '-date', FIRST)).items,
  ).toEqual([]);
});

test('articles by publication, words of title or text, and date, newest first', async () => {
  const list = (filter: Parameters<typeof db.store.articles.list>[0]) =>
    collect((cursor) => db.store.articles.list(filter, { limit: 4, cursor }));
  const articles = await list({});
  expect(articles).toHaveLength(36);
  const keys = articles.map(({ publishedAt, id }) => `${publishedAt?.toISOString()} ${id}`);
  expect(keys).toEqual([...keys].sort().reverse());
  const titles = (await list({ publication: 'evening post', q: 'harbour' })).map(
    ({ title }) => title,
  );
  expect(titles.sort()).toEqual(
    [1, 7, 13, 19, 25, 31].map((i) => `Article ${i} about a harbour`).sort(),
  );
  const range = { from: new Date(Date.UTC(2026, 0, 2)), to: new Date(Date.UTC(2026, 0, 3)) };
  expect(await list(range)).toHaveLength(4);
  expect(await db.store.articles.count(range)).toBe(4);
  expect(await list({ q: '"leaks article"' })).toEqual([]);
});

describe('cursors', () => {
  const cursorOf = async (filter: StatementFilter, sort: StatementSort = '-date') =>
    (await db.store.statements.list(filter, sort, { limit: 2, cursor: null })).nextCursor ?? '';

  test.each([
    ['nonsense', 'nonsense'],
    ['empty', ''],
    ['JSON of another kind', Buffer.from('{"a":1}').toString('base64url')],
    ['numbers as ids', Buffer.from('[1,"x",1,2]').toString('base64url')],
    ['far too long', 'A'.repeat(10_000)],
    ['not base64url', '%00\0'],
  ])('made up: %s', async (_title, cursor) => {
    const listing = db.store.statements.list({}, '-date', { limit: 2, cursor });
    await expect(listing).rejects.toMatchObject({
      kind: 'malformed-request',
      fields: [{ pointer: 'cursor' }],
    });
  });

  test('of another filter, order or list', async () => {
    const cursor = await cursorOf({ form: 'mixed' });
    for (const listing of [
      db.store.statements.list({}, '-date', { limit: 2, cursor }),
      db.store.statements.list({ form: 'direct' }, '-date', { limit: 2, cursor }),
      db.store.statements.list({ form: 'mixed' }, 'date', { limit: 2, cursor }),
      db.store.articles.list({}, { limit: 2, cursor }),
      db.store.speakers.list({}, { limit: 2, cursor }),
      db.store.topics.list({}, { limit: 2, cursor }),
      db.store.articles.revisions(all[0]?.article.id ?? '', { limit: 2, cursor }),
    ]) {
      await expect(listing).rejects.toThrow(AppError);
      await expect(listing).rejects.toMatchObject({ kind: 'malformed-request' });
    }
  });

  test('forged with values that Postgres cannot hold', async () => {
    const parts = JSON.parse(Buffer.from(await cursorOf({}), 'base64url').toString()) as unknown[];
    for (const [time, id] of [
      [9e15, parts[3]],
      [1.5, parts[3]],
      [parts[2], 'x\0'],
      [parts[2], "'; DROP TABLE statement; --"],
      [null, parts[3]],
    ]) {
      const cursor = Buffer.from(JSON.stringify([parts[0], parts[1], time, id])).toString(
        'base64url',
      );
      const listing = db.store.statements.list({}, '-date', { limit: 2, cursor });
      await expect(listing).rejects.toMatchObject({ kind: 'malformed-request' });
    }
  });

  test('what arrives meanwhile moves no later page', async () => {
    const first = await db.store.statements.list({}, '-date', { limit: 10, cursor: null });
    const newer = piece('Ada Abel said more.', [{ content: 'more', by: 'Ada Abel' }], {
      draft: { url: 'https://example.org/newer', publishedAt: new Date('2026-06-01') },
    });
    const { article } = await save(db.store, newer);
    const second = await db.store.statements.list({}, '-date', {
      limit: 10,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ id }) => id)).toEqual(all.slice(10, 20).map(({ id }) => id));
    await db.store.articles.remove(article.id);
  });
});
