// After any mixture of storing, correcting and removing at once, every copied or counted value is what a recount gives.

import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const PEOPLE = Array.from({ length: 8 }, (_, i) => `Common Person${i}`);
const THINGS = ['Port Hallam', 'Mill Lane', 'Common Person1', 'Common Person2', 'Halden'];
const TOPICS = ['20000011', '20000012', '20000018', '20000013'];

/** A small generator of repeatable choices. */
function choices(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

function randomPiece(pick: (most: number) => number) {
  const said = Array.from({ length: 1 + pick(5) }, (_, i) => ({
    words: `claim ${i} of ${pick(1000)}`,
    by: Array.from({ length: pick(3) }, () => PEOPLE[pick(PEOPLE.length)] ?? ''),
    topics: Array.from({ length: pick(3) }, () => TOPICS[pick(TOPICS.length)] ?? ''),
    naming: Array.from({ length: pick(3) }, () => THINGS[pick(THINGS.length)] ?? ''),
  }));
  const speakers = Object.fromEntries(
    PEOPLE.map((name) => [name, { aliases: [`Alias${pick(3)}`], role: `role ${pick(3)}` }]),
  );
  return piece(
    said
      .map(({ words, by, naming }) => `${by.join(' and ')} said ${words} of ${naming.join(' ')}.`)
      .join(' '),
    said.map(({ words, by, topics, naming }) => ({
      content: words,
      by,
      topics,
      naming: [...new Set(naming)],
      cue: 'said',
    })),
    {
      draft: { url: `https://example.org/${pick(10)}`, publication: `Paper ${pick(3)}` },
      speakers,
      subjects: Object.fromEntries(
        PEOPLE.map((name) => [
          name,
          { type: 'person' as const, speaker: name, aliases: [`Alias${pick(3)}`] },
        ]),
      ),
    },
  );
}

const RECOUNTS: Record<string, string> = {
  'statements of a speaker': `SELECT k.id FROM speaker k WHERE k.statement_count <>
     (SELECT count(*) FROM statement_speaker l WHERE l.speaker_id = k.id AND l.live)`,
  'articles of a speaker': `SELECT k.id FROM speaker k WHERE k.article_count <>
     (SELECT count(DISTINCT l.article_id) FROM statement_speaker l WHERE l.speaker_id = k.id AND l.live)`,
  'statements of a topic': `SELECT t.id FROM topic t WHERE t.statement_count <>
     (SELECT count(*) FROM statement_topic l WHERE l.topic_id = t.id AND l.live)`,
  'statements of a subject': `SELECT k.id FROM subject k WHERE k.statement_count <>
     (SELECT count(*) FROM statement_subject l WHERE l.subject_id = k.id AND l.live)`,
  'articles of a subject': `SELECT k.id FROM subject k WHERE k.article_count <>
     (SELECT count(DISTINCT l.article_id) FROM statement_subject l WHERE l.subject_id = k.id AND l.live)`,
  'uses of a name of a subject': `SELECT n.folded FROM subject_name n WHERE n.uses <>
     (SELECT count(*) FROM article_subject p WHERE p.subject_id = n.subject_id AND n.folded = ANY(p.names))`,
  'names of subjects that no article uses': `SELECT p.subject_id FROM article_subject p, unnest(p.names) AS given WHERE NOT EXISTS
     (SELECT FROM subject_name n WHERE n.subject_id = p.subject_id AND n.folded = given)`,
  'subjects that nothing names': `SELECT k.id FROM subject k WHERE NOT EXISTS
     (SELECT FROM statement_subject l WHERE l.subject_id = k.id)`,
  'copies in subject links': `SELECT l.statement_id FROM statement_subject l JOIN statement s ON s.id = l.statement_id
     WHERE (l.article_id, l.date, l.publication_key, l.form, l.cue_lemma, l.cue_class, l.live) IS DISTINCT FROM
       (s.article_id, s.date, s.publication_key, s.form, s.cue_lemma, s.cue_class, s.live)`,
  'statements of an article': `SELECT a.id FROM article a WHERE a.statement_count <>
     (SELECT count(*) FROM statement s WHERE s.article_id = a.id AND s.live)`,
  'uses of a name': `SELECT n.folded FROM speaker_name n WHERE n.uses <>
     (SELECT count(*) FROM article_speaker p WHERE p.speaker_id = n.speaker_id AND n.folded = ANY(p.names))`,
  'names that no article uses': `SELECT p.speaker_id FROM article_speaker p, unnest(p.names) AS given WHERE NOT EXISTS
     (SELECT FROM speaker_name n WHERE n.speaker_id = p.speaker_id AND n.folded = given)`,
  'uses of a role': `SELECT o.role FROM speaker_role o WHERE o.uses <>
     (SELECT count(*) FROM article_speaker p WHERE p.speaker_id = o.speaker_id AND o.role = ANY(p.roles))`,
  'speakers that nothing names': `SELECT k.id FROM speaker k WHERE NOT EXISTS
     (SELECT FROM statement_speaker l WHERE l.speaker_id = k.id)`,
  'copies in speaker links': `SELECT l.statement_id FROM statement_speaker l JOIN statement s ON s.id = l.statement_id
     WHERE (l.article_id, l.date, l.publication_key, l.form, l.cue_lemma, l.cue_class, l.live) IS DISTINCT FROM
       (s.article_id, s.date, s.publication_key, s.form, s.cue_lemma, s.cue_class, s.live)`,
  'copies in topic links': `SELECT l.statement_id FROM statement_topic l JOIN statement s ON s.id = l.statement_id
     WHERE (l.article_id, l.date, l.publication_key, l.form, l.cue_lemma, l.cue_class, l.live) IS DISTINCT FROM
       (s.article_id, s.date, s.publication_key, s.form, s.cue_lemma, s.cue_class, s.live)`,
  "topics of articles that are not their editor's": `SELECT w.article_id FROM article_topic_review w
     WHERE (SELECT array_agg(given ORDER BY given) FROM unnest(w.topics) AS given) IS DISTINCT FROM
       (SELECT array_agg(l.topic_id ORDER BY l.topic_id) FROM article_topic l WHERE l.article_id = w.article_id)`,
  "topics of statements that are not their editor's": `SELECT w.statement_id FROM statement_topic_review w
     WHERE (SELECT array_agg(given ORDER BY given) FROM unnest(w.topics) AS given) IS DISTINCT FROM
       (SELECT array_agg(l.topic_id ORDER BY l.topic_id) FROM statement_topic l WHERE l.statement_id = w.statement_id AND l.direct)`,
  'dates and publications of live statements': `SELECT s.id FROM statement s JOIN article a ON a.id = s.article_id
     WHERE s.live AND (s.date, s.publication_key) IS DISTINCT FROM (a.date, a.publication_key)`,
  'live statements outside the current revision': `SELECT s.id FROM statement s JOIN revision r ON r.id = s.revision_id
     WHERE s.live <> (r.current AND s.version_of IS NULL AND s.review <> 'rejected')`,
  'versions that are in the lists': `SELECT s.id FROM statement s WHERE s.live AND (s.version_of IS NOT NULL OR s.valid_to IS NOT NULL)`,
  'links of versions that are in the lists': `SELECT l.statement_id FROM statement_speaker l JOIN statement s ON s.id = l.statement_id
     WHERE l.live AND s.version_of IS NOT NULL`,
  'states of a statement that hold at the same time': `SELECT s.id FROM statement s JOIN statement v
     ON coalesce(v.version_of, v.id) = coalesce(s.version_of, s.id) AND v.id > s.id
     WHERE tstzrange(s.valid_from, greatest(s.valid_from, s.valid_to)) && tstzrange(v.valid_from, greatest(v.valid_from, v.valid_to))`,
  'states that ended before they began': `SELECT s.id FROM statement s WHERE s.valid_to < s.valid_from`,
  'broader topics that are missing': `SELECT l.statement_id FROM statement_topic l JOIN topic t ON t.id = l.topic_id
     WHERE t.parent_id IS NOT NULL AND NOT EXISTS
       (SELECT FROM statement_topic b WHERE b.statement_id = l.statement_id AND b.topic_id = t.parent_id)`,
};

test('more than a hundred operations, eight at a time', async () => {
  const pick = choices(7);
  const seen: Record<string, number> = {};
  // The article, or the statement, may be gone by then.
  const editTopics = async (articleId: string): Promise<void> => {
    const ids = [TOPICS, [], ['20000340'], null][pick(4)] ?? null;
    const word = { by: 'an editor', note: null };
    const edited = await db.store.statements
      .list({ articleId }, 'position', { limit: 5, cursor: null })
      .then(async ({ items }) => {
        const one = items[pick(items.length)];
        if (one !== undefined) await db.store.statements.setTopics(one.id, ids, word);
        await db.store.articles.setTopics(articleId, ids, word);
        return 'edited';
      })
      .catch((error: { kind: string }) => error.kind);
    seen[edited] = (seen[edited] ?? 0) + 1;
  };
  const review = async (articleId: string): Promise<void> => {
    const state =
      (['confirmed', 'rejected', 'corrected', 'machine'] as const)[pick(4)] ?? 'machine';
    const word = { by: 'an editor', note: null };
    const said = await db.store.statements
      .list({ articleId }, 'position', { limit: 5, cursor: null })
      .then(async ({ items }) => {
        const one = items[pick(items.length)];
        if (one === undefined) return 'nothing to review';
        const speakers = [{ name: PEOPLE[pick(PEOPLE.length)] ?? '', type: 'person' as const }];
        await db.store.statements.edit(
          one.id,
          {
            review: state,
            revision: one.article.revision,
            reading: null,
            speakers: state === 'corrected' ? speakers : null,
            topics: pick(5) > 0 ? null : ['20000340'],
          },
          word,
        );
        const [last] = (await db.store.statements.history(one.id, { limit: 1, cursor: null }))
          .items;
        if (last !== undefined && last.undone === null && pick(3) === 0)
          await db.store.statements.undo(one.id, last.id, word);
        return state;
      })
      .catch((error: { kind: string }) => error.kind);
    seen[said] = (seen[said] ?? 0) + 1;
  };
  const readAgain = async (
    { draft, extraction, topics }: ReturnType<typeof randomPiece>,
    articleId: string,
  ): Promise<void> => {
    const all = { all: true, after: null, limit: 100 };
    const texts = await db.store.rereading.outdated({ name: 'test', version: '2' }, all);
    const one = texts.find((text) => text.articleId === articleId && text.text === draft.text);
    if (one === undefined) return;
    const fewer = { ...extraction, engine: { name: 'test', version: '2' } };
    const done = await db.store.rereading.readAgain(one.revisionId, fewer, topics);
    seen[`read again: ${done}`] = (seen[`read again: ${done}`] ?? 0) + 1;
  };
  // Some of what is held is replaced, taken back or released by another at the same time.
  const embargo = async ({ draft }: ReturnType<typeof randomPiece>): Promise<void> => {
    await db.store.held.hold(draft, new Date(0), null);
    if (pick(3) > 0 || draft.url === null) return;
    const gone = await db.store.articles.withdraw(draft.url, { reason: 'canceled', note: null });
    seen[gone === null ? 'nothing to take back' : 'taken back'] =
      (seen[gone === null ? 'nothing to take back' : 'taken back'] ?? 0) + 1;
  };
  const release = async (most: number): Promise<void> => {
    for (const held of await db.store.held.due(new Date(), most)) {
      const { extraction, topics } = pieces.get(held.draft.text)!;
      const outcome = (await db.store.held.release(held, extraction, topics))?.outcome ?? 'waits';
      seen[`released: ${outcome}`] = (seen[`released: ${outcome}`] ?? 0) + 1;
    }
  };
  const pieces = new Map<string, ReturnType<typeof randomPiece>>();
  const step = async (): Promise<void> => {
    const one = randomPiece(pick);
    pieces.set(one.draft.text, one);
    if (pick(4) === 0) return embargo(one);
    if (pick(3) === 0) await release(3);
    const { outcome, article } = await save(db.store, one);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
    if (pick(2) > 0) await editTopics(article.id);
    if (pick(2) > 0) await review(article.id);
    if (pick(4) === 0) await readAgain(one, article.id);
    if (pick(4) > 0) return;
    const removed = await db.store.articles.remove(article.id).then(
      () => 'removed',
      (error: { kind: string }) => error.kind,
    );
    seen[removed] = (seen[removed] ?? 0) + 1;
  };
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 8 }, step));
  await release(100);
  expect(await db.store.held.list()).toEqual([]);
  // Which articles are left, and whose last editor gave topics, depends on who came first: one of each is made sure of.
  const { article: last } = await save(
    db.store,
    piece('Common Person1 said a last claim.', [
      { content: 'a last claim', by: ['Common Person1'], cue: 'said' },
    ]),
  );
  const given = { by: 'an editor', note: null };
  const { items: lastOnes } = await db.store.statements.list({ articleId: last.id }, 'position', {
    limit: 1,
    cursor: null,
  });
  for (const { id } of lastOnes) await db.store.statements.setTopics(id, TOPICS, given);
  await db.store.articles.setTopics(last.id, TOPICS, given);

  expect(seen.created).toBeGreaterThan(10);
  expect(seen.revised).toBeGreaterThan(10);
  expect(seen.removed).toBeGreaterThan(10);
  expect(seen.edited).toBeGreaterThan(10);
  expect(seen['taken back'] ?? 0).toBeGreaterThan(0);
  expect((seen['released: created'] ?? 0) + (seen['released: revised'] ?? 0)).toBeGreaterThan(5);
  expect(seen['read again: true']).toBeGreaterThan(5);
  expect((seen['rejected'] ?? 0) + (seen['corrected'] ?? 0)).toBeGreaterThan(5);
  for (const table of ['article_topic_review', 'statement_topic_review'])
    expect((await db.query(`SELECT FROM ${table} WHERE topics <> '{}'`)).length).toBeGreaterThan(0);
  for (const [what, sql] of Object.entries(RECOUNTS))
    expect([what, await db.query(sql)]).toEqual([what, []]);

  // A circle of waiting costs a second each time and is run again, so only the server knows of it. It publishes its
  // statistics after a second.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(
    await db.query(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    ),
  ).toEqual([{ deadlocks: 0 }]);

  // And nothing is left when all is removed.
  const { items } = await db.store.articles.list({}, { limit: 100, cursor: null });
  await Promise.all(items.map(({ id }) => db.store.articles.remove(id)));
  expect(await db.store.counts()).toEqual({ articles: 0, statements: 0, speakers: 0 });
  for (const table of [
    'revision',
    'statement',
    'span',
    'speaker',
    'speaker_name',
    'speaker_role',
    'article_speaker',
    'subject',
    'subject_name',
    'article_subject',
    'article_topic_review',
    'statement_topic_review',
    'statement_change',
    'held_article',
  ]) {
    expect([table, await db.query(`SELECT * FROM ${table}`)]).toEqual([table, []]);
  }
});
