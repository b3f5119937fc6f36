// Search as a journalist meets it: what is found and where, how it divides, advice that leads somewhere, a speaker over time,
// publications side by side, and a question that takes too long.

import { Client } from 'pg';
import type { Response } from 'supertest';

import { createApp } from '../../src/http/app';
import type { components } from '../../src/http/contract';
import { openStore } from '../../src/storage';
import { api, serve, urlOf, useService } from '../support/api';

type List = components['schemas']['StatementList'];

const service = useService();
const WIRE =
  'Ferries will run again from Monday, harbour master Ida Moor said. "We have waited 14 months for this," Moor said.\n\nMoor denied that the café on the pier would close.';
const HERALD =
  '👍 "We have waited 14 months for this," harbour master Ida Moor told reporters. Moor said the ferries would be free for a week.';
const ARTICLES = [
  {
    url: 'https://wire.example/1',
    publication: 'Tarn Wire',
    publishedAt: '2026-05-04T09:00:00Z',
    title: 'Ferries return',
    text: WIRE,
  },
  {
    url: 'https://herald.example/1',
    publication: 'The Herald',
    publishedAt: '2026-05-05T06:00:00Z',
    title: 'Island celebrates',
    text: HERALD,
  },
  {
    url: 'https://herald.example/2',
    publication: 'The Herald',
    publishedAt: '2025-02-01',
    title: 'Storm',
    text: 'The ferries will stop for a year, harbour master Ida Moor said.',
  },
];

beforeAll(async () => {
  for (const article of ARTICLES) await service.api.post('/v1/articles').send(article).expect(201);
});

const list = async (query: string, path = '/v1/statements') =>
  (await service.api.get(`${path}?${query}`).expect(200)).body as List;

test('highlights are spans of the article’s text or of its title', async () => {
  const { items } = await list(`q=${encodeURIComponent('"14 months" OR cafe')}`);
  expect(items.map(({ highlights }) => highlights?.map(({ exact }) => exact))).toEqual([
    ['14 months'],
    ['café'],
    ['14 months'],
  ]);
  for (const { article, highlights } of items) {
    const { text } = (
      await service.api.get(`/v1/articles/${article.id}/text`).set('Accept', 'application/json')
    ).body as { text: string };
    for (const { start, end, exact } of highlights!) expect(text.slice(start, end)).toBe(exact);
  }
  const { items: titled } = await list('q=celebr*&in=title');
  expect(titled.length).toBeGreaterThan(0);
  const [{ article, highlights }] = titled as [List['items'][number]];
  expect(highlights).toEqual([{ in: 'title', start: 7, end: 17, exact: 'celebrates' }]);
  expect(article.title?.slice(7, 17)).toBe('celebrates');
});

test.each([
  ['beginnings', 'q=ferr*', 3],
  ['beginnings, for all words', 'q=ferr+fre&prefix=true', 1],
  ['a number', 'hasNumber=true', 2],
  ['a quotation with a number', 'hasNumber=true&hasQuotation=true&minConfidence=0.1', 2],
  ['a denial', 'cueClass=denial&negated=true', 1],
  ['a denial that is not turned round', 'cueClass=denial&negated=false', 0],
  ['what nobody has looked at', 'review=machine&nested=false&hedged=false&q=cafe', 1],
  ['what somebody confirmed', 'review=confirmed', 0],
  ['old ones, none of them', 'maxAgeDays=1', 0],
])('%s', async (_title, query, expected) => {
  expect((await list(query)).items).toHaveLength(expected);
});

test('facets divide what the list shows', async () => {
  const { facets, items, total, totalIsExact } = await list(
    'q=ferries&facets=publication,year,form,speaker,topic&total=true',
  );
  expect([total, totalIsExact, facets?.exact, facets?.counted]).toEqual([3, true, true, 3]);
  expect(items).toHaveLength(3);
  expect(facets?.publication).toEqual([
    { value: 'The Herald', label: 'The Herald', count: 2 },
    { value: 'Tarn Wire', label: 'Tarn Wire', count: 1 },
  ]);
  expect(facets?.year).toEqual([
    { value: '2026', label: '2026', count: 2 },
    { value: '2025', label: '2025', count: 1 },
  ]);
  const divided = await list('facets=cueClass,review');
  expect(divided.facets?.cueClass?.map(({ value, count }) => [value, count])).toEqual([
    ['report', 5],
    ['denial', 1],
  ]);
  expect(divided.facets?.review).toEqual([{ value: 'machine', label: 'machine', count: 6 }]);
  const [speaker] = facets!.speaker!;
  expect(speaker).toMatchObject({ label: 'Ida Moor', count: 3 });
  expect((await list(`q=ferries&speaker=${speaker!.value}`)).items).toHaveLength(3);
});

describe('advice', () => {
  test.each([
    ['a misspelled word', 'q=feries', 'similar-word'],
    ['words of different statements', 'q=cafe+ferries', 'not-together'],
    ['filters that keep all out', 'q=cafe&publication=The+Herald&form=direct', 'filtered-out'],
    ['one filter that does', 'publication=The+Herald&cueClass=denial', 'filtered-out'],
    ['a word of the headline', 'q=celebrates', 'elsewhere'],
    ['the name of a speaker', 'q=ida+moor', 'speaker-name'],
    ['a misspelled name', 'speaker=Ida+Mohr&sort=date', 'similar-speaker'],
  ])('on %s leads to something', async (_title, query, reason) => {
    const { items, advice } = await list(query);
    expect(items).toEqual([]);
    const given = advice?.find((one) => one.reason === reason);
    expect(given?.detail).toMatch(/^\S.*\.$/);
    const [path = '', rest = ''] = given!.try!.split('?');
    expect((await list(rest, path)).items.length).toBeGreaterThan(0);
  });

  test('is not given where something was found, nor on a later page', async () => {
    expect(await list('q=cafe')).not.toHaveProperty('advice');
    expect(await list('')).not.toHaveProperty('advice');
    expect(await list('q=zzyzx&speaker=Ida+Moor')).toHaveProperty('advice', [
      { reason: 'unknown-word', detail: 'No statement has “zzyzx”.', try: null },
    ]);
  });
});

test('by relevance, page by page, through Link', async () => {
  const all = await list('q=ferries&sort=-relevance');
  const seen: string[] = [];
  let next: string | undefined = '/v1/statements?q=ferries&sort=-relevance&limit=1';
  while (next !== undefined) {
    const page: Response = await service.api.get(next).expect(200);
    seen.push(...(page.body as List).items.map(({ id }) => id));
    next = /^<(.*)>; rel="next"$/.exec(page.headers['link'] ?? '')?.[1];
  }
  expect(seen).toEqual(all.items.map(({ id }) => id));
});

test('a speaker over time, with a way to all of an interval', async () => {
  const [speaker] = (await list('speaker=Ida+Moor')).speakers!;
  const path = `/v1/speakers/${speaker!.id}/timeline`;
  const { body } = await service.api.get(`${path}?interval=year`).expect(200);
  const years = body as components['schemas']['Timeline'];
  expect(years.items.map(({ start, count }) => [start, count])).toEqual([
    ['2026-01-01T00:00:00.000Z', 5],
    ['2025-01-01T00:00:00.000Z', 1],
  ]);
  for (const { count, links } of years.items) {
    const [at = '', query = ''] = links.statements.split('?');
    expect((await list(query, at)).items).toHaveLength(count);
  }
  const { body: page } = await service.api.get(`${path}?interval=year&limit=1`).expect(200);
  const { body: second } = await service.api
    .get(`${path}?interval=year&limit=1&cursor=${page.nextCursor}`)
    .expect(200);
  expect([...page.items, ...second.items]).toEqual(years.items);
  await service.api.get(`${path}?interval=hour`).expect(400);
  await service.api.get('/v1/speakers/00000000-0000-7000-8000-000000000000/timeline').expect(404);
});

test('publications side by side, occasion by occasion', async () => {
  const { body } = await service.api
    .get('/v1/compare?speaker=Ida+Moor&publications=Tarn+Wire,the+herald')
    .expect(200);
  const { occasions, speakers, complete } = body as components['schemas']['Comparison'];
  expect([speakers.map(({ name }) => name), complete]).toEqual([['Ida Moor'], true]);
  expect(occasions.map(({ heldBy }) => heldBy)).toEqual(['words', 'article']);
  const [occasion] = occasions;
  expect(
    occasion!.printed.map(({ publication, statements }) => [publication, statements.length]),
  ).toEqual([
    ['Tarn Wire', 3],
    ['the herald', 2],
  ]);
  const alike = new Set(occasion!.alike.flat());
  const only = occasion!.printed.flatMap(({ statements }) =>
    statements.filter(({ id }) => !alike.has(id)).map(({ text }) => text),
  );
  expect(only).toContain('the ferries would be free for a week');
  expect(only.join()).not.toContain('14 months');

  await service.api.get('/v1/compare?speaker=Nobody&publications=a,b').expect(200);
  await service.api.get('/v1/compare?speaker=Ida+Moor&publications=a').expect(400);
  await service.api.get('/v1/compare?publications=a,b').expect(400);
  await service.api
    .get('/v1/compare?speaker=00000000-0000-7000-8000-000000000000&publications=a,b')
    .expect(404);
});

test('a question that takes too long is ended and answered with advice', async () => {
  const { connectionString } = service;
  const store = await openStore({ connectionString, readTimeoutMs: 200 });
  const server = await serve(createApp({ ...service.deps, store }));
  const holder = new Client({ connectionString });
  await holder.connect();
  try {
    await holder.query('BEGIN; LOCK TABLE statement IN ACCESS EXCLUSIVE MODE');
    for (const path of ['/v1/statements?q=the&sort=-relevance', '/v1/statements?facets=year']) {
      const { body, headers } = await api(urlOf(server)).get(path).expect(503);
      expect(body).toMatchObject({ type: '/problems/unavailable' });
      expect(body.detail).toMatch(/Narrow it: by from and to or maxAgeDays/);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  } finally {
    await holder.query('ROLLBACK');
    await holder.end();
    server.closeAllConnections();
    server.close();
    await store.close();
  }
});
