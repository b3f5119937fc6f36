// Whom and what statements name, through HTTP: alone, as a filter of statements, with the speakers that they are.

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Subjects = components['schemas']['SubjectList'];
type Statements = components['schemas']['StatementList'];

const service = useService();

const ARTICLES = [
  {
    url: 'https://desk.example/1',
    publication: 'The Desk',
    publishedAt: '2024-03-01',
    text: '"The Sluice Act will ruin Port Hallam," Mayor Ana Ruiz said on Friday.\n\nEngineer Tomas Holt said that Ruiz had not read the Sluice Act. Ruiz denied that talks had been held in Calderport.',
  },
  {
    url: 'https://wire.example/2',
    publication: 'The Wire',
    publishedAt: '2024-03-02',
    text: 'Judge Olu Adeyemi said the U.S. had never asked for the records. "Ana Ruiz came to Port Hallam twice," lawyer Peter Grey said.',
  },
  {
    url: 'https://wire.example/3',
    publication: 'The Wire',
    publishedAt: '2024-03-03',
    text: 'Senator Ann Roe met Senator Bob Vale in March. The senator said it was late.\n\nThe United States wants peace, Roe said.',
  },
] as const;

beforeAll(async () => {
  for (const article of ARTICLES) await service.api.post('/v1/articles').send(article).expect(201);
});

const subjects = async (query: string) =>
  (await service.api.get(`/v1/subjects?${query}`).expect(200)).body as Subjects;
const statements = async (query: string) =>
  (await service.api.get(`/v1/statements?${query}`).expect(200)).body as Statements;

test('are found by part of a name and by type, those named most first', async () => {
  const all = (await subjects('limit=100')).items;
  const counts = all.map(({ statementCount }) => statementCount);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  const found = await subjects('q=sluic&total=true');
  expect(found).toMatchObject({
    total: 1,
    items: [{ name: 'Sluice Act', type: 'law', statementCount: 2, articleCount: 1 }],
  });
  expect((await subjects('type=place&limit=100')).items.map(({ name }) => name).sort()).toEqual(
    all
      .filter(({ type }) => type === 'place')
      .map(({ name }) => name)
      .sort(),
  );
  const { body } = await service.api.get(found.items[0]!.links.self).expect(200);
  expect(body).toEqual(found.items[0]);
});

test('a name means all that are so called, and the answer says what those are', async () => {
  const found = await statements('mentions=port%20HALLAM');
  expect(found.subjects).toMatchObject([{ name: 'Port Hallam', type: 'place', articleCount: 2 }]);
  expect(found.items).toHaveLength(2);
  for (const { subjects: named, text } of found.items) {
    const hallam = named.find(({ name }) => name === 'Port Hallam');
    expect(hallam?.spans.map(({ exact }) => exact)).toEqual(['Port Hallam']);
    expect(text).toContain('Port Hallam');
  }
  const [subject] = found.subjects!;
  const { items } = (await service.api.get(subject!.links.statements).expect(200))
    .body as Statements;
  expect(items).toEqual(found.items);
});

test('one that is a speaker is found by the speaker as well, in every article', async () => {
  const { speakers } = await statements('speaker=Ana%20Ruiz');
  const { items } = await statements(`mentions=${speakers![0]!.id}`);
  expect(items.map(({ article }) => article.publication).sort()).toEqual(['The Desk', 'The Wire']);
  for (const { subjects: named } of items)
    expect(named.map(({ speakerId }) => speakerId)).toContain(speakers![0]!.id);
});

test('combines with every other filter', async () => {
  const both = await statements('mentions=Sluice%20Act');
  const one = await statements(
    'mentions=Sluice%20Act&speaker=Tomas%20Holt&publication=the%20desk&form=indirect&cue=say&to=2024-03-02&q=read',
  );
  expect(both.items).toHaveLength(2);
  const ids = (items: typeof one.items): string[] => items.map(({ id }) => id);
  expect(ids(one.items)).toEqual(ids(both.items.filter(({ form }) => form === 'indirect')));
  expect(one.items).toHaveLength(1);
  expect((await statements('mentions=Sluice%20Act&publication=the%20wire')).items).toEqual([]);
});

test('a country has one name, however it is printed', async () => {
  const found = await statements('mentions=United%20States');
  expect(found.subjects).toHaveLength(1);
  expect(found.items.map(({ article }) => article.url).sort()).toEqual([
    'https://wire.example/2',
    'https://wire.example/3',
  ]);
});

test('nothing is called so: an empty list; an unknown id: 404 of its own page', async () => {
  expect(await statements('mentions=Nowhere%20Atall')).toEqual({
    items: [],
    nextCursor: null,
    subjects: [],
    advice: [
      {
        reason: 'filtered-out',
        detail: 'Without the filter mentions, something is found.',
        try: '/v1/statements',
      },
    ],
  });
  const unknown = '00000000-0000-7000-8000-000000000000';
  expect((await statements(`mentions=${unknown}`)).items).toEqual([]);
  await service.api.get(`/v1/subjects/${unknown}`).expect(404);
  await service.api.get('/v1/subjects?type=event').expect(400);
});

test('two of a role: both stand as candidates, neither is the speaker', async () => {
  const { items } = await statements('q=late');
  expect(items).toMatchObject([
    {
      speakers: [{ name: 'The senator', type: 'unnamed' }],
      candidates: [{ name: 'Ann Roe' }, { name: 'Bob Vale' }],
    },
  ]);
  expect((await statements('speaker=Bob%20Vale')).items).toEqual([]);
});
