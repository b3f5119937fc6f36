// An editor's word on a statement: who may say it, on which state, what it does to lists, checks and later texts, and how it is undone.

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Schemas = components['schemas'];
type Statement = Schemas['Statement'];

const service = useService();
let count = 0;

const text = (n: number, more = '') =>
  `The bridge will open in May, the mayor, Ada Abel, told reporters on Monday.\n\n“We ` +
  `waited for nine long winters in the cold port of Wenn for this ship number ${n},” she said.${more}`;

async function hand(url = `https://desk.example/${(count += 1)}`, n = count, more = '') {
  const { body } = await service.api
    .post('/v1/articles')
    .send({ url, publication: 'The Desk', text: text(n, more) })
    .expect(201);
  const { article, statements } = body as { article: Schemas['Article']; statements: Statement[] };
  const quotation = statements.find(({ form }) => form === 'direct')!;
  return { url, n, article, statements, quotation };
}

async function read(path: string) {
  const answer = await service.api.get(path).expect(200);
  return { body: answer.body as Statement, etag: answer.headers['etag'] as string };
}

async function edit(path: string, word: object, status = 200) {
  const { etag } = await read(path);
  const answer = await service.api.patch(path).set('If-Match', etag).send(word).expect(status);
  return answer.body as Statement & Schemas['Problem'];
}

const listed = async (query: string): Promise<string[]> =>
  (
    (await service.api.get(`/v1/statements?${query}`).expect(200)).body as Schemas['StatementList']
  ).items.map(({ id }) => id);
const speaker = async (id: string) =>
  (await service.api.get(`/v1/speakers/${id}`).expect(200)).body as Schemas['Speaker'];
const verdict = async (quotation: string, by?: string): Promise<string> => {
  const { body } = await service.api
    .post('/v1/verify')
    .send({ quotation, ...(by === undefined ? {} : { speaker: by }) })
    .expect(200);
  return (body as Schemas['Verification']).quotations[0]!.verdict;
};

test('a confirmation shows whose word it is, and changes nothing else', async () => {
  const { quotation } = await hand();
  const before = (await read(quotation.links.self)).body;
  const after = await edit(quotation.links.self, {
    review: 'confirmed',
    by: 'Ines Marek',
    note: 'heard it',
  });
  const { review, machine, ...rest } = after;
  expect(review).toEqual({
    state: 'confirmed',
    by: 'Ines Marek',
    at: expect.any(String) as string,
    note: 'heard it',
  });
  expect(machine).toMatchObject({ form: 'direct', speakers: [{ name: 'Ada Abel' }] });
  expect(before).toMatchObject(rest);
  expect(await listed(`review=confirmed&article=${quotation.article.id}`)).toEqual([quotation.id]);
});

test('a rejection takes the statement out of lists, counts and checks; undoing brings all back', async () => {
  const { quotation, article, n } = await hand();
  const [said] = quotation.speakers;
  const words = `We waited for nine long winters in the cold port of Wenn for this ship number ${n}`;
  const counts = async () => [
    (await speaker(said!.id)).statementCount,
    (await service.api.get(article.links.self)).body.statementCount as number,
  ];
  const before = await counts();
  expect(await verdict(words, 'Ada Abel')).toBe('verbatim');

  await edit(quotation.links.self, { review: 'rejected' });
  expect(await counts()).toEqual(before.map((number) => number - 1));
  expect(await listed(`article=${article.id}`)).not.toContain(quotation.id);
  expect(await listed(`speaker=${said!.id}`)).not.toContain(quotation.id);
  expect(await listed(`q="nine long winters"&article=${article.id}`)).toEqual([]);
  expect(await listed(`review=rejected&article=${article.id}`)).toEqual([quotation.id]);
  expect(await listed(`review=rejected&speaker=${said!.id}&article=${article.id}`)).toEqual([
    quotation.id,
  ]);
  expect(await verdict(words, 'Ada Abel')).not.toBe('verbatim');
  expect((await read(quotation.links.self)).body.review.state).toBe('rejected');

  const history = await service.api.get(`${quotation.links.self}/history`).expect(200);
  const [change] = (history.body as Schemas['StatementChangeList']).items;
  expect(change).toMatchObject({
    kind: 'rejected',
    by: 'this machine',
    before: { review: 'machine' },
    after: { review: 'rejected' },
    undone: null,
  });
  const { etag } = await read(quotation.links.self);
  await service.api.post(change!.links.undo!).set('If-Match', etag).expect(200);
  expect(await counts()).toEqual(before);
  expect(await verdict(words, 'Ada Abel')).toBe('verbatim');
  const back = (await read(quotation.links.self)).body;
  expect(back.review).toEqual({ state: 'machine', by: null, at: null, note: null });
  await service.api
    .post(change!.links.undo!)
    .set('If-Match', '*')
    .send({ by: 'Ines Marek' })
    .expect(409);
});

test('speakers can be corrected by id and by name; the machine’s stay visible', async () => {
  const { quotation, article } = await hand();
  const after = await edit(quotation.links.self, {
    speakers: [{ name: `Bo Bell the ${count}th`, type: 'person' }],
    note: '“she” is the captain',
  });
  expect(after.review.state).toBe('corrected');
  expect(after.speakers).toEqual([
    {
      id: expect.any(String) as string,
      name: `Bo Bell the ${count}th`,
      type: 'person',
      role: null,
      resolvedBy: 'editor',
      mentions: [],
      confidence: 1,
    },
  ]);
  expect(after.machine?.speakers).toMatchObject([{ name: 'Ada Abel', resolvedBy: 'pronoun' }]);
  const bo = after.speakers[0]!.id;
  expect(await speaker(bo)).toMatchObject({ statementCount: 1, articleCount: 1 });
  expect(await listed(`speaker=${bo}`)).toEqual([quotation.id]);
  expect(await listed(`speaker=Ada Abel&article=${article.id}`)).not.toContain(quotation.id);

  // The name is somebody's now, and means that one.
  const other = await hand();
  const again = await edit(other.quotation.links.self, {
    speakers: [
      { name: `bo bell the ${count - 1}TH`, type: 'person' },
      { id: other.quotation.speakers[0]!.id },
    ],
  });
  expect(again.speakers.map(({ id }) => id)).toEqual([bo, other.quotation.speakers[0]!.id]);
  const none = await edit(other.quotation.links.self, { speakers: [] });
  expect(none.speakers).toEqual([]);
  expect(await listed(`speaker=${bo}`)).toEqual([quotation.id]);

  const reset = await edit(quotation.links.self, { review: 'machine' });
  expect(reset.speakers).toMatchObject([{ name: 'Ada Abel', resolvedBy: 'pronoun' }]);
  expect(reset).toMatchObject({ review: { state: 'machine' }, machine: null });
});

test('spans can be corrected: form, cue and whose words follow from the text', async () => {
  const { quotation, article, n } = await hand();
  const stored = text(n);
  const start = stored.indexOf('“We waited');
  const end = stored.indexOf(' in the cold port');
  const said = stored.indexOf('said.');
  const after = await edit(quotation.links.self, {
    content: [{ start, end }],
    cue: { start: said, end: said + 4 },
    source: null,
  });
  expect(after).toMatchObject({
    form: 'direct',
    text: '“We waited for nine long winters',
    source: null,
    cue: { exact: 'said', lemma: 'say', class: 'report' },
    machine: { content: quotation.content.map(({ start: s, end: e }) => ({ start: s, end: e })) },
  });
  for (const span of [...after.content, after.cue!, after.sentence])
    expect(stored.slice(span.start, span.end)).toBe(span.exact);
  expect(await listed(`q="cold port"&article=${article.id}`)).not.toContain(quotation.id);
  expect(await listed(`q="nine long winters"&article=${article.id}`)).toContain(quotation.id);
});

test.each([
  [{ content: [{ start: 5, end: 5 }] }, '/content/0'],
  [
    {
      content: [
        { start: 0, end: 4 },
        { start: 2, end: 9 },
      ],
    },
    '/content/1',
  ],
  [{ source: { start: 0, end: 99_999 } }, '/source'],
  [{ cue: { start: 3, end: 4 } }, '/cue'],
  // Over what stands: the content.
  [{ cue: { start: 80, end: 83 } }, '/cue'],
  [{ source: { start: 80, end: 83 } }, '/source'],
  [{ speakers: [{ id: '00000000-0000-7000-8000-000000000000' }] }, '/speakers/0'],
  [{ topics: ['99999999'] }, '/topics/0'],
  [{ review: 'machine', speakers: [] }, '/review'],
  [{ review: 'corrected' }, '/review'],
  [{ by: 'Ines Marek' }, ''],
])('%j is refused, and nothing is changed', async (word, pointer) => {
  const { quotation } = await hand();
  const { etag } = await read(quotation.links.self);
  const refused = await edit(quotation.links.self, word, 422);
  expect(refused.errors?.map((error) => error.pointer)).toEqual([pointer]);
  expect((await read(quotation.links.self)).etag).toBe(etag);
});

test('a cue is no passage: one that no index of cues could hold is refused', async () => {
  const { quotation } = await hand(
    undefined,
    undefined,
    ` ${'The port has two cranes. '.repeat(20)}`,
  );
  const start = text(count).length;
  const path = quotation.links.self;
  const refused = await edit(path, { cue: { start, end: start + 201 } }, 422);
  expect(refused.errors).toEqual([
    { pointer: '/cue', message: 'must have at most 200 characters' },
  ]);
  await edit(path, { cue: { start, end: start + 200 } });
  // Over what stands, the source; and over what is marked with it.
  const { source } = quotation;
  const over = [{ start: source!.start - 20, end: source!.end }];
  const pointers = async (word: object) =>
    (await edit(path, word, 422)).errors?.map((error) => error.pointer);
  expect(await pointers({ content: over })).toEqual(['/content/0']);
  expect(await pointers({ source: over[0], cue: over[0] })).toEqual(['/cue', '/source', '/cue']);
  await edit(path, { content: over, source: null });
});

test('a queue lists what nobody has reviewed, least certain first, page by page', async () => {
  const { statements, article, quotation } = await hand();
  const queue = async () => {
    const found: Statement[] = [];
    const query = `/v1/statements?review=machine&sort=confidence&limit=1&article=${article.id}`;
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = cursor === '' ? query : `${query}&cursor=${cursor}`;
      const body = (await service.api.get(page).expect(200)).body as Schemas['StatementList'];
      found.push(...body.items);
      cursor = body.nextCursor;
    }
    return found;
  };
  const first = await queue();
  expect(first.map(({ id }) => id).sort()).toEqual(statements.map(({ id }) => id).sort());
  const hundredths = first.map(({ confidence }) => Math.floor(confidence * 100 + 1e-6));
  expect(hundredths).toEqual([...hundredths].sort((a, b) => a - b));
  await edit(quotation.links.self, { review: 'confirmed' });
  expect((await queue()).map(({ id }) => id)).not.toContain(quotation.id);
  const [said] = quotation.speakers;
  const byName = `review=machine&sort=confidence&limit=100&speaker=${said!.id}`;
  expect(await listed(byName)).not.toContain(quotation.id);
  for (const query of [
    'sort=confidence',
    'sort=confidence&review=confirmed',
    `sort=confidence&review=machine&asOf=${article.createdAt}`,
  ])
    await service.api.get(`/v1/statements?${query}`).expect(400);
});

test('two editors at once: the second is told, and overwrites nothing', async () => {
  const { quotation } = await hand();
  const path = quotation.links.self;
  await service.api.patch(path).send({ review: 'confirmed' }).expect(428);
  const { etag } = await read(path);
  const both = await Promise.all(
    ['confirmed', 'rejected'].map((review) =>
      service.api.patch(path).set('If-Match', etag).send({ review }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const history = await service.api.get(`${path}/history`).expect(200);
  expect((history.body as Schemas['StatementChangeList']).items).toHaveLength(1);
});

test('words pass on to the next text as far as they still fit', async () => {
  const first = await hand();
  const [indirect] = first.statements.filter(({ form }) => form === 'indirect');
  const corrected = await edit(first.quotation.links.self, {
    speakers: [{ name: `Cy Cole the ${count}th`, type: 'person' }],
    content: first.quotation.content.map(({ start, end }) => ({ start, end: end - 2 })),
  });
  await edit(indirect!.links.self, { review: 'rejected', by: 'Ines Marek' });

  await hand(first.url, first.n, '\n\nThe port was closed in 2017 and has two cranes.');
  const now = (await read(first.quotation.links.self)).body;
  expect(now).toMatchObject({
    article: { revision: 2, current: true },
    text: corrected.text,
    speakers: corrected.speakers,
    review: corrected.review,
  });
  expect((await read(indirect!.links.self)).body).toMatchObject({
    article: { revision: 2 },
    review: { state: 'rejected', by: 'Ines Marek' },
  });
  expect(await listed(`article=${first.article.id}`)).toEqual([first.quotation.id]);

  // The passage itself is another one now: the word was about the old one.
  await service.api
    .post('/v1/articles')
    .send({ url: first.url, text: text(first.n).replace('nine long', 'ten long') })
    .expect(201);
  expect((await read(first.quotation.links.self)).body).toMatchObject({
    article: { revision: 3 },
    review: { state: 'machine' },
    speakers: [{ name: 'Ada Abel' }],
  });
});

test('what was, stays readable as of its moment', async () => {
  const { quotation } = await hand();
  const before = (await read(quotation.links.self)).body;
  await new Promise((resolve) => setTimeout(resolve, 5));
  const at = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await edit(quotation.links.self, { speakers: [], topics: ['20000340'] });
  const then = (await read(`${quotation.links.self}?asOf=${at}`)).body;
  expect(then.speakers).toEqual(before.speakers);
  expect(then.review.state).toBe('machine');
  expect((await read(quotation.links.self)).body).toMatchObject({
    speakers: [],
    topics: [{ id: '20000340', by: 'editor' }],
  });
});

test('a rejected statement is read by its id, now and as of then, and is in no list', async () => {
  const { quotation } = await hand();
  const moment = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const at = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return at;
  };
  const before = await moment();
  await edit(quotation.links.self, { review: 'rejected' });
  const rejected = await moment();
  await edit(quotation.links.self, { review: 'machine' });
  const states = async (at: string) =>
    (await read(`${quotation.links.self}?asOf=${at}`)).body.review;
  expect(await states(before)).toMatchObject({ state: 'machine' });
  expect(await states(rejected)).toMatchObject({ state: 'rejected' });
  const listed = async (at: string) => {
    const { body } = await service.api
      .get(`/v1/statements?article=${quotation.article.id}&limit=100&asOf=${at}`)
      .expect(200);
    return (body as { items: { id: string }[] }).items.some(({ id }) => id === quotation.id);
  };
  expect([await listed(before), await listed(rejected)]).toEqual([true, false]);
});

test('a statement that the article no longer has cannot be edited', async () => {
  const { url, quotation } = await hand();
  await service.api
    .post('/v1/articles')
    .send({ url, text: 'Nothing was said here, the port’s lawyer, Dan Dorn, wrote on Friday.' })
    .expect(201);
  await edit(quotation.links.self, { review: 'confirmed' }, 409);
  await service.api
    .patch('/v1/statements/00000000-0000-7000-8000-000000000000')
    .set('If-Match', '*')
    .send({ review: 'confirmed' })
    .expect(404);
});
