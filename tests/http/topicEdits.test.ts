// Topics over HTTP: who may correct them, on which state, and how an editor's word shows beside the machine's.

import { setTimeout as pause } from 'node:timers/promises';

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Statement = components['schemas']['Statement'];
type Article = components['schemas']['Article'];

const service = useService();
const RAILWAY = '20000340';
const DIPLOMACY = '20000639';

let count = 0;
/** Stores an article; gives the paths of its first statement and of itself. */
async function hand(): Promise<{ statement: string; article: string }> {
  count += 1;
  const { body } = await service.api
    .post('/v1/articles')
    .send({
      text: `"The trial in the criminal court will begin in May," Judge Ana Ruiz said on day ${count}.`,
      url: `https://a.example/${count}`,
    })
    .expect(201);
  const { article, statements } = body as { article: Article; statements: Statement[] };
  return { statement: statements[0]!.links.self, article: article.links.self };
}

test.each(['statement', 'article'] as const)(
  "an editor's topics stand in place of the machine's: %s",
  async (what) => {
    const path = (await hand())[what];
    const read = await service.api.get(path).expect(200);
    const before = read.body as Statement | Article;
    expect(before.topics.length).toBeGreaterThan(0);
    expect(before).toMatchObject({ machineTopics: null, topicsReview: null });
    expect(before.topics.every(({ by }) => by === 'machine')).toBe(true);

    const body = { topics: [RAILWAY, DIPLOMACY], by: 'Ines Marek', note: 'It is a railway case' };
    const set = await service.api
      .put(`${path}/topics`)
      .set('If-Match', read.headers['etag'] as string)
      .send(body)
      .expect(200);
    expect(set.body).toMatchObject({
      topics: [
        { id: RAILWAY, label: 'Railway transport', confidence: 1, by: 'editor' },
        { id: DIPLOMACY, label: 'Diplomacy', confidence: 1, by: 'editor' },
      ],
      machineTopics: before.topics,
      topicsReview: { by: 'Ines Marek', note: 'It is a railway case' },
    });
    const again = await service.api.get(path).expect(200);
    expect(again.body).toEqual(set.body);
    expect(again.headers['etag']).toBe(set.headers['etag']);

    const back = await service.api
      .delete(`${path}/topics`)
      .set('If-Match', set.headers['etag'] as string)
      .expect(200);
    expect(back.body).toMatchObject({
      topics: before.topics,
      machineTopics: null,
      topicsReview: null,
    });
  },
);

test("lists and filters go by the editor's word", async () => {
  const { statement, article } = await hand();
  const { body } = await service.api.get(statement).expect(200);
  const [machine] = (body as Statement).topics;
  const under = async (topic: string): Promise<string[]> => {
    const query = `topic=${topic}&article=${article.split('/').at(-1)}`;
    const answer = await service.api.get(`/v1/statements?${query}`).expect(200);
    return (answer.body as { items: Statement[] }).items.map(({ links }) => links.self);
  };
  expect(await under(machine!.id)).toEqual([statement]);
  await service.api
    .put(`${statement}/topics`)
    .set('If-Match', '*')
    .send({ topics: [RAILWAY] })
    .expect(200)
    .expect(({ body }) => {
      expect(body).toMatchObject({ topicsReview: { by: 'this machine', note: null } });
    });
  expect(await under(machine!.id)).toEqual([]);
  expect(await under(RAILWAY)).toEqual([statement]);
  await service.api
    .put(`${statement}/topics`)
    .set('If-Match', '*')
    .send({ topics: [] })
    .expect(200);
  expect(await under(RAILWAY)).toEqual([]);
});

test.each(['statement', 'article'] as const)(
  'a change needs the state that it changes: %s',
  async (what) => {
    const path = (await hand())[what];
    const { headers } = await service.api.get(path).expect(200);
    const etag = headers['etag'] as string;
    const body = { topics: [RAILWAY] };
    await service.api.put(`${path}/topics`).send(body).expect(428);
    await service.api.delete(`${path}/topics`).expect(428);
    await service.api.put(`${path}/topics`).set('If-Match', etag).send(body).expect(200);
    await service.api.put(`${path}/topics`).set('If-Match', etag).send({ topics: [] }).expect(412);
    await service.api.delete(`${path}/topics`).set('If-Match', etag).expect(412);
  },
);

test.each<[string, object, string]>([
  ['no topics', { note: 'why' }, '/topics'],
  ['five topics', { topics: Array.from({ length: 5 }, () => RAILWAY) }, '/topics'],
  ['a topic that there is not', { topics: [RAILWAY, '99999999'] }, '/topics/1'],
  ['a label for an id', { topics: ['Railway transport'] }, '/topics/0'],
  ['an unknown field', { topics: [], why: 'so' }, '/why'],
])('a change with %s is refused', async (_title, body, pointer) => {
  const { statement, article } = await hand();
  for (const path of [statement, article]) {
    const answer = await service.api
      .put(`${path}/topics`)
      .set('If-Match', '*')
      .send(body)
      .expect(422);
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  }
});

test.each(['statement', 'article'] as const)(
  'every correction is kept, and the latest can be taken back: %s',
  async (what) => {
    const path = (await hand())[what];
    const before = (await service.api.get(path).expect(200)).body as Statement;
    const asOf = new Date().toISOString();
    await pause(5);
    const set = (topics: string[], by: string, note: string) =>
      service.api
        .put(`${path}/topics`)
        .set('If-Match', '*')
        .send({ topics, by, note })
        .expect(200)
        .then(({ body }) => body as Statement);
    const first = await set([RAILWAY], 'Ines Marek', 'It is a railway case');
    const between = new Date(Date.now() + 1).toISOString();
    await pause(5);
    await set([DIPLOMACY], 'Tom Okoye', 'No, an embassy is on trial');
    await service.api.delete(`${path}/topics`).set('If-Match', '*').expect(200);

    const history = async () =>
      (await service.api.get(`${path}/history`).expect(200)).body as {
        items: components['schemas']['TopicsChange'][];
        nextCursor: string | null;
      };
    const { items } = await history();
    const ids = (links: readonly { id: string }[]) => links.map(({ id }) => id);
    expect(items.map(({ kind, by, note, undone }) => [kind, by, note, undone])).toEqual([
      ['topics', 'this machine', null, null],
      ['topics', 'Tom Okoye', 'No, an embassy is on trial', null],
      ['topics', 'Ines Marek', 'It is a railway case', null],
    ]);
    expect(items.map((one) => [ids(one.before), ids(one.after)])).toEqual([
      [[DIPLOMACY], ids(before.topics)],
      [[RAILWAY], [DIPLOMACY]],
      [ids(before.topics), [RAILWAY]],
    ]);
    const page = (await service.api.get(`${path}/history?limit=1`).expect(200)).body as {
      items: unknown[];
      nextCursor: string;
    };
    expect(page.items).toEqual(items.slice(0, 1));
    const rest = await service.api.get(`${path}/history?cursor=${page.nextCursor}`).expect(200);
    expect((rest.body as { items: unknown[] }).items).toEqual(items.slice(1));

    const undo = (change: { links: { undo: string | null } }) =>
      service.api.post(change.links.undo!).set('If-Match', '*').send({ by: 'Ines Marek' });
    await service.api.post(items[0]!.links.undo!).expect(428);
    await undo(items[1]!).expect(409);
    await undo(items[0]!).expect(200);
    const again = (await undo(items[1]!).expect(200)).body as Statement;
    expect(again.topics).toEqual(first.topics);
    expect(again.topicsReview).toEqual(first.topicsReview);
    await undo(items[1]!).expect(409);
    const back = (await undo(items[2]!).expect(200)).body as Statement;
    expect(back.topics).toEqual(before.topics);
    expect(back.topicsReview).toBeNull();
    const told = (await history()).items;
    expect(told.map(({ undone }) => undone?.by)).toEqual(Array(3).fill('Ines Marek'));
    expect(told.map(({ links }) => links.undo)).toEqual([null, null, null]);

    const then = async (moment: string) =>
      (await service.api.get(`${path}?asOf=${moment}`).expect(200)).body as Statement;
    expect((await then(asOf)).topics).toEqual(before.topics);
    expect(await then(between)).toMatchObject({
      topics: first.topics,
      topicsReview: first.topicsReview,
      machineTopics: before.topics,
    });
  },
);

test('a word on a statement and one on its topics are undone apart from each other', async () => {
  const { statement } = await hand();
  const { body } = await service.api
    .patch(statement)
    .set('If-Match', '*')
    .send({ review: 'confirmed', topics: [RAILWAY] })
    .expect(200);
  expect(body).toMatchObject({ review: { state: 'confirmed' }, topics: [{ id: RAILWAY }] });
  const { items } = (await service.api.get(`${statement}/history`).expect(200))
    .body as components['schemas']['StatementChangeList'];
  expect(items.map(({ kind }) => kind)).toEqual(['topics', 'confirmed']);
  const undone = await service.api
    .post(items[1]!.links.undo!)
    .set('If-Match', '*')
    .send()
    .expect(200);
  expect(undone.body).toMatchObject({ review: { state: 'machine' }, topics: [{ id: RAILWAY }] });
});

test('what is not there cannot be changed', async () => {
  const { statement, article } = await hand();
  await service.api.delete(article).expect(204);
  const send = (path: string) =>
    service.api.put(`${path}/topics`).set('If-Match', '*').send({ topics: [] });
  await send(statement).expect(404);
  await send(article).expect(410);
  await service.api.delete(`${article}/topics`).set('If-Match', '*').expect(410);
  await service.api.get(`${article}/history`).expect(410);
  const change = '00000000-0000-7000-8000-000000000000';
  const undo = (path: string) =>
    service.api.post(`${path}/history/${change}/undo`).set('If-Match', '*').send();
  await undo(article).expect(410);
  await undo((await hand()).article).expect(404);
  await undo(`/v1/articles/${change}`).expect(404);
  for (const kind of ['statements', 'articles']) {
    await send(`/v1/${kind}/00000000-0000-7000-8000-000000000000`).expect(404);
    await send(`/v1/${kind}/nonsense`).expect(404);
  }
});
