// What becomes of an article that is stored: all of it, or nothing, once.

import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const TEXT =
  'Zoë Krüger, the mayor, said the bridge is safe 😀. “We checked it,” she did not say. The council allegedly agreed.';

const full = (url: string | null) =>
  piece(
    TEXT,
    [
      {
        content: 'the bridge is safe 😀',
        source: 'Zoë Krüger',
        cue: 'said',
        by: 'Zoë Krüger',
        topics: ['20000011'],
      },
      {
        content: '“We checked it,”',
        source: 'she',
        cue: 'did not say',
        negation: 'not',
        form: 'direct',
        speaks: 'We checked it,',
        orElse: 'We checked',
        by: ['Zoë Krüger', 'The council'],
      },
      { content: 'agreed', hedge: 'allegedly', within: 0 },
    ],
    {
      draft: {
        url,
        title: 'The bridge',
        publication: 'The Daily Lantern',
        byline: 'A. Writer',
        publishedAt: new Date('2026-03-01T08:00:00.123Z'),
      },
      speakers: {
        'Zoë Krüger': { aliases: ['Krüger'], role: 'mayor' },
        'The council': { type: 'organisation' },
      },
      topics: ['20000011'],
    },
  );

test('an article is stored with all that was found in it', async () => {
  const { outcome, article } = await save(db.store, full('https://example.org/bridge'));
  expect(outcome).toBe('created');
  expect(article).toMatchObject({
    url: 'https://example.org/bridge',
    title: 'The bridge',
    publication: 'The Daily Lantern',
    byline: 'A. Writer',
    publishedAt: new Date('2026-03-01T08:00:00.123Z'),
    language: 'en',
    revision: 1,
    statementCount: 3,
    topics: [{ id: '20000011', label: 'Fashion', confidence: 0.75 }],
  });
  expect(await db.store.articles.get(article.id)).toEqual(article);
  expect((await db.store.articles.text(article.id)).text).toBe(TEXT);

  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', {
    limit: 10,
    cursor: null,
  });
  const [first, second, third] = items;
  expect(first).toMatchObject({
    form: 'indirect',
    content: [{ exact: 'the bridge is safe 😀' }],
    source: { start: 0, end: 10, exact: 'Zoë Krüger' },
    cue: { exact: 'said', lemma: 'say', class: 'report' },
    speakers: [
      {
        name: 'Zoë Krüger',
        type: 'person',
        resolvedBy: 'full-name',
        confidence: 0.9,
        mentions: [{ start: 0, end: 10, exact: 'Zoë Krüger' }],
      },
    ],
    topics: [{ id: '20000011', label: 'Fashion' }],
    negation: null,
    hedge: null,
    parentId: null,
    prefix: 'Zoë Krüger, the mayor, said ',
    review: { state: 'machine', by: null, at: null, note: null },
    machine: null,
    engine: { name: 'test', version: '1.0.0' },
    article: {
      id: article.id,
      title: 'The bridge',
      publication: 'The Daily Lantern',
      revision: 1,
      current: true,
    },
  });
  expect(second).toMatchObject({
    negation: { exact: 'not' },
    speakers: [{ name: 'Zoë Krüger' }, { name: 'The council', type: 'organisation' }],
  });
  expect(third).toMatchObject({
    hedge: { exact: 'allegedly' },
    parentId: first?.id,
    speakers: [],
    source: null,
    cue: null,
  });
  const at = TEXT.indexOf('We checked');
  expect(second?.segments).toEqual([
    { start: at, end: at + 14, exact: 'We checked it,', words: 'speaker' },
  ]);
  const spans = [{ start: at, end: at + 10, exact: 'We checked' }];
  expect(await db.store.statements.get(second?.id ?? '')).toEqual({
    ...second,
    lineage: undefined,
    alternatives: { source: [], content: [{ spans, confidence: 0.25 }] },
  });
  const plain = await db.store.statements.get(third?.id ?? '');
  expect(plain.alternatives).toEqual({ source: [], content: [] });
});

test('the same URL and text again is unchanged, whatever else is said of it', async () => {
  const { article } = await save(db.store, full('https://example.org/same'));
  const again = full('https://example.org/same');
  const other = { ...again, draft: { ...again.draft, title: 'Another title' } };
  expect(await db.store.articles.findUnchanged(other.draft)).toEqual(article);
  expect(await save(db.store, other)).toEqual({ outcome: 'unchanged', article });
});

test('without a URL, publication and text make the article', async () => {
  const first = await save(db.store, full(null));
  expect(await save(db.store, full(null))).toMatchObject({
    outcome: 'unchanged',
    article: { id: first.article.id },
  });
  const elsewhere = full(null);
  const other = { ...elsewhere, draft: { ...elsewhere.draft, publication: 'The Evening Post' } };
  expect(await save(db.store, other)).toMatchObject({ outcome: 'created' });
});

test('the same URL with another text is a new revision, and the old statements leave the lists', async () => {
  const url = 'https://example.org/corrected';
  const { article } = await save(db.store, full(url));
  const old = await collect((cursor) =>
    db.store.statements.list({ articleId: article.id }, 'position', { limit: 2, cursor }),
  );
  const text = 'Zoë Krüger said the bridge is closed.';
  const corrected = piece(text, [{ content: 'the bridge is closed', by: 'Zoë Krüger' }], {
    draft: { url, title: 'The bridge (corrected)' },
  });
  const saved = await save(db.store, corrected);
  expect(saved).toMatchObject({
    outcome: 'revised',
    article: {
      id: article.id,
      revision: 2,
      statementCount: 1,
      title: 'The bridge (corrected)',
      publication: 'The Daily Lantern', // not given again, and not forgotten
      publishedAt: article.publishedAt,
      topics: [],
      createdAt: article.createdAt,
    },
  });

  const current = await db.store.statements.list({ articleId: article.id }, '-date', {
    limit: 9,
    cursor: null,
  });
  expect(current.items.map(({ content }) => content[0]?.exact)).toEqual(['the bridge is closed']);
  // The one that only changed goes on under its id; those that are gone stay readable as they were.
  const ids = current.items.map(({ id }) => id);
  expect(old.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  const removed = old.filter(({ id }) => !ids.includes(id));
  expect(removed.length).toBe(old.length - 1);
  for (const { id } of removed) {
    expect((await db.store.statements.get(id)).article).toMatchObject({
      title: 'The bridge',
      revision: 1,
      current: false,
    });
  }
  expect(await db.store.statements.count({ q: '“bridge is safe”', articleId: article.id })).toBe(0);

  const revisions = await collect((cursor) =>
    db.store.articles.revisions(article.id, { limit: 1, cursor }),
  );
  expect(revisions.map(({ number, title, length }) => [number, title, length])).toEqual([
    [2, 'The bridge (corrected)', text.length],
    [1, 'The bridge', TEXT.length],
  ]);
  expect(await db.store.articles.text(article.id, { revision: 1 })).toMatchObject({
    revision: 1,
    text: TEXT,
  });
  expect(await db.store.articles.text(article.id)).toMatchObject({ revision: 2, text });
  await expect(db.store.articles.text(article.id, { revision: 3 })).rejects.toMatchObject({
    kind: 'not-found',
  });

  // A wording that returns is a third revision, since that is what happened.
  expect(await save(db.store, full(url))).toMatchObject({
    outcome: 'revised',
    article: { revision: 3 },
  });
});

test('twenty identical submissions at once give one article', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => save(db.store, full('https://example.org/race'))),
  );
  expect(new Set(outcomes.map(({ article }) => article.id)).size).toBe(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  const id = outcomes[0]?.article.id ?? '';
  expect(await db.store.statements.count({ articleId: id })).toBe(3);
});

test('many revisions of one article at once all happen, one after the other', async () => {
  const texts = Array.from({ length: 8 }, (_, i) => `Ann Arbor said ${i}.`);
  const url = 'https://example.org/many';
  const outcomes = await Promise.all(
    texts.map((text, i) =>
      save(db.store, piece(text, [{ content: String(i), by: 'Ann Arbor' }], { draft: { url } })),
    ),
  );
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  expect(outcomes.map(({ article }) => article.revision).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const [speaker] = await db.store.speakers.called('Ann Arbor');
  expect(speaker).toMatchObject({ statementCount: 1, articleCount: 1 });
});

test('a failure in the middle leaves nothing behind', async () => {
  const before = await db.store.counts();
  const tables = [
    'article',
    'revision',
    'statement',
    'span',
    'speaker',
    'speaker_name',
    'statement_topic',
  ];
  const sizes = () =>
    db.query(
      `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')}`,
    );
  const rows = await sizes();
  await db.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no more'; END $$`,
  );
  await db.query(
    'CREATE TRIGGER refuse BEFORE INSERT ON article_speaker FOR EACH ROW EXECUTE FUNCTION refuse()',
  );
  await expect(save(db.store, full('https://example.org/refused'))).rejects.toThrow('no more');
  await db.query('DROP TRIGGER refuse ON article_speaker');
  expect(await sizes()).toEqual(rows);
  expect(await db.store.counts()).toEqual(before);
  expect(await save(db.store, full('https://example.org/refused'))).toMatchObject({
    outcome: 'created',
  });
});

test('an article with five hundred statements takes few round trips', async () => {
  const words = Array.from({ length: 500 }, (_, i) => `Speaker Number${i} said thing${i} is so.`);
  const text = words.join(' ');
  const large = piece(
    text,
    words.map((_, i) => ({
      content: `thing${i} is so`,
      cue: 'said',
      by: `Speaker Number${i}`,
      topics: ['20000011', '20000018'],
    })),
    { draft: { url: 'https://example.org/large' } },
  );
  const started = performance.now();
  const { article } = await save(db.store, large);
  const elapsed = performance.now() - started;
  expect(article.statementCount).toBe(500);
  expect(elapsed).toBeLessThan(5_000);
  const all = await collect((cursor) =>
    db.store.statements.list({ articleId: article.id }, 'position', { limit: 100, cursor }),
  );
  expect(all.map(({ content }) => content[0]?.exact)).toEqual(
    words.map((_, i) => `thing${i} is so`),
  );
  await db.store.articles.remove(article.id);
});
