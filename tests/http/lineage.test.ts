// The same words in several articles: joined as they come in, whatever their order; mended when one changes or goes.

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Schemas = components['schemas'];

const service = useService();

const WORDS =
  'The harbour will not be sold to anyone in the next 25 years, and the cranes will stay';
const REPORT = [
  `“${WORDS},” Mayor Ana Ruiz said on Friday.`,
  'The council had met for six hours behind closed doors, while dockers waited in the rain outside the old town hall.',
  'Two buyers from abroad have shown interest in the quays since the winter, according to people who know of the talks.',
].join('\n\n');

const post = async (name: string, publishedAt: string, text: string) => {
  const { body } = await service.api
    .post('/v1/articles')
    .send({ url: `https://${name}.example/1`, publication: name, publishedAt, text })
    .expect(201);
  return body as Schemas['IngestedArticle'];
};
const lineageOf = async (id: string) => {
  const { body } = await service.api.get(`/v1/statements/${id}/lineage`).expect(200);
  return body as Schemas['Lineage'];
};
const list = async (query = '') => {
  const { body } = await service.api.get(`/v1/lineages?${query}`).expect(200);
  return body as Schemas['LineageList'];
};
const papers = ({ occurrences }: Schemas['Lineage']) =>
  occurrences.map(({ statement }) => statement.article.publication);

afterEach(async () => {
  const { items } = await service.store.articles.list({}, { limit: 100, cursor: null });
  for (const { id } of items) await service.store.articles.remove(id);
  expect((await list()).items).toEqual([]);
});

test('one lineage, earliest first, with what each changed and who copied whom', async () => {
  const wire = await post('Wire', '2024-03-01', REPORT);
  await post('Herald', '2024-03-02', REPORT.replace('on Friday', 'on Friday night'));
  await post(
    'Post',
    '2024-03-03',
    '“The harbour will not be sold to anyone in the next 15 years,” Mayor Ana Ruiz said. Nobody in the town hall would say more about it.',
  );
  const lineage = await lineageOf(wire.statements[0]!.id);
  expect(lineage).toMatchObject({
    counts: { statements: 3, articles: 3, publications: 3 },
    firstDate: '2024-03-01T00:00:00.000Z',
    lastDate: '2024-03-03T00:00:00.000Z',
    occurrences: [
      { kind: 'earliest', similarity: 1, diff: [], changes: [], inWireCopy: false, copyOf: null },
      { kind: 'same', similarity: 1, diff: [], inWireCopy: true, copyOf: wire.article.id },
      {
        kind: 'altered',
        inWireCopy: false,
        changes: [{ kind: 'number', changesSense: true, stored: '25', claimed: '15' }],
      },
    ],
  });
  expect(papers(lineage)).toEqual(['Wire', 'Herald', 'Post']);
  expect(lineage.occurrences[2]?.diff.at(-1)).toEqual({
    op: 'removed',
    words: 'and the cranes will stay',
  });
});

test('lists say how often the words of each statement were printed, as they are now', async () => {
  const wire = await post('Wire', '2024-03-01', REPORT);
  const listed = async (query = '') => {
    const { body } = await service.api.get(`/v1/statements?${query}`).expect(200);
    return (body as Schemas['StatementList']).items;
  };
  const before = new Date().toISOString();
  expect((await listed()).map(({ lineage }) => lineage)).toEqual(wire.statements.map(() => null));
  await post('Herald', '2024-03-02', REPORT);
  const { id, counts } = await lineageOf(wire.statements[0]!.id);
  for (const query of [
    '',
    'q=harbour',
    'q=harbour&sort=-relevance',
    'review=machine&sort=confidence',
    `article=${wire.article.id}&sort=position`,
  ]) {
    const found = (await listed(query)).filter(({ text }) => text.includes('harbour'));
    expect(found.length).toBeGreaterThan(0);
    for (const { lineage } of found) expect(lineage).toEqual({ id, counts });
  }
  expect(counts).toEqual({ statements: 2, articles: 2, publications: 2 });
  for (const statement of await listed(`asOf=${before}`))
    expect(statement).not.toHaveProperty('lineage');
  // Not in a single one: its ETag is the state that an editor decides on, and an article of others must not change it.
  const one = await service.api.get(`/v1/statements/${wire.statements[0]!.id}`).expect(200);
  expect(one.body).not.toHaveProperty('lineage');
});

test('an earlier article that comes in later becomes the first, and the lineage keeps its id', async () => {
  await post('Herald', '2024-03-02', REPORT);
  const late = await post('Post', '2024-03-03', `“${WORDS},” Ana Ruiz said.`);
  const { id } = await lineageOf(late.statements[0]!.id);
  await post('Wire', '2024-03-01', `“${WORDS},” Mayor Ana Ruiz said in the morning.`);
  const lineage = await lineageOf(late.statements[0]!.id);
  expect(lineage.id).toBe(id);
  expect(papers(lineage)).toEqual(['Wire', 'Herald', 'Post']);
  expect((await list()).items).toMatchObject([
    { id, earliest: { article: { publication: 'Wire' } }, firstDate: '2024-03-01T00:00:00.000Z' },
  ]);
});

test('an article that joins two lineages makes one of them, and leaves two when it goes', async () => {
  const first = 'The ferries will run every hour from the first Monday in May until late September';
  const second = 'our captains have never once left a passenger behind on that old wooden pier';
  const a = await post('A', '2024-01-01', `“${first},” Lena Moss said.`);
  await post('B', '2024-01-02', `“${first},” Lena Moss said.`);
  const c = await post('C', '2024-01-03', `“${second},” Lena Moss said.`);
  await post('D', '2024-01-04', `“${second},” Lena Moss said.`);
  expect((await list()).items).toHaveLength(2);
  const both = await post('E', '2024-01-05', `“${first}, and ${second},” Lena Moss said.`);
  expect(papers(await lineageOf(a.statements[0]!.id))).toEqual(['A', 'B', 'C', 'D', 'E']);
  await service.api.delete(both.article.links.self).expect(204);
  expect(papers(await lineageOf(a.statements[0]!.id))).toEqual(['A', 'B']);
  expect(papers(await lineageOf(c.statements[0]!.id))).toEqual(['C', 'D']);
});

test('a corrected text leaves the lineage with the words that it no longer has', async () => {
  const wire = await post('Wire', '2024-03-01', REPORT);
  await post('Herald', '2024-03-02', REPORT);
  await post(
    'Herald',
    '2024-03-02',
    '“Nothing has been decided yet,” Mayor Ana Ruiz said on Friday.',
  );
  expect(await lineageOf(wire.statements[0]!.id)).toMatchObject({
    id: null,
    counts: { statements: 1, articles: 1, publications: 1 },
    occurrences: [{ kind: 'earliest' }],
  });
});

test('two copies that come in at once find each other', async () => {
  const [one] = await Promise.all(
    ['P', 'Q', 'R', 'S'].map((name) => post(name, '2024-03-01', REPORT)),
  );
  expect((await lineageOf(one!.statements[0]!.id)).counts.articles).toBe(4);
});

test('short common phrases of different people never join, nor longer ones that anyone may say', async () => {
  const said = [
    ['We will not comment', 'Ana Ruiz'],
    ['We will not comment', 'Tom Okoye'],
    ['We are proud of what our team has done this year', 'Ana Ruiz'],
    ['We are proud of what our team has done this year', 'Tom Okoye'],
    ['The company does not comment on rumours or speculation', 'Ina Borg'],
    ['The company does not comment on rumours or speculation', 'Leo Faro'],
  ];
  for (const [i, [words, name]] of said.entries())
    await post(`Paper${i}`, '2024-03-01', `“${words},” ${name} said on Monday.`);
  expect((await list('total=true')).total).toBe(0);
});

test('lists: most repeated first, filtered by speaker, topic, publications and dates, page by page', async () => {
  const ferry = 'The ferries will run every hour from the first Monday in May until late September';
  for (const [i, name] of ['A', 'B', 'C'].entries())
    await post(name, `2024-01-0${i + 1}`, `“${ferry},” Captain Lena Moss said.`);
  for (const [i, name] of ['D', 'E'].entries())
    await post(name, `2024-02-0${i + 1}`, `“${WORDS},” Mayor Ana Ruiz said.`);
  const names = async (query: string) =>
    (await list(query)).items.map(({ earliest }) => earliest.speakers[0]?.name);
  expect(await names('')).toEqual(['Lena Moss', 'Ana Ruiz']);
  expect(await names('speaker=ana%20ruiz')).toEqual(['Ana Ruiz']);
  expect(await names('speaker=nobody')).toEqual([]);
  expect(await names('minPublications=3')).toEqual(['Lena Moss']);
  expect(await names('from=2024-02-01')).toEqual(['Ana Ruiz']);
  expect(await names('from=2024-01-02&to=2024-01-03')).toEqual(['Lena Moss']);
  expect(await names('topic=04000000&speaker=ana%20ruiz')).toEqual(
    (await list('speaker=ana%20ruiz')).items.flatMap(({ earliest }) =>
      earliest.topics.some(({ id }) => id.startsWith('04')) ? ['Ana Ruiz'] : [],
    ),
  );
  const first = await list('limit=1&total=true');
  expect(first).toMatchObject({ total: 2, items: [{ counts: { publications: 3 } }] });
  const second = await list(`limit=1&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ nextCursor: null, items: [{ counts: { publications: 2 } }] });
  await service.api.get(`/v1/lineages?minPublications=2&cursor=${first.nextCursor}`).expect(400);
});

test('no statement, no lineage', async () => {
  await service.api.get('/v1/statements/019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77/lineage').expect(404);
  await service.api.get('/v1/lineages?minPublications=0').expect(400);
});
