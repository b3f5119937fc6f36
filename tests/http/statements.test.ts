// Who said what, through HTTP: filters alone and together, names that mean several speakers, order, pages, totals.

import type { Response } from 'supertest';

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Statement = components['schemas']['Statement'];

const service = useService();

const ARTICLES = [
  {
    url: 'https://desk.example/1',
    publication: 'The Desk',
    publishedAt: '2024-03-01T08:00:00Z',
    title: 'Harbour',
    text: '"The harbour will not be sold," Mayor Ana Ruiz said on Friday.\n\nRuiz denied that talks had been held with a buyer.\n\nThe dockers\' union said the harbour belongs to the town.',
  },
  {
    url: 'https://wire.example/2',
    publication: 'The Wire',
    publishedAt: '2024-03-02',
    title: 'Court',
    text: 'Judge Oluwaseun Adébáyò said the murder trial would begin in the criminal court in May.\n\n"We are ready," lawyer Ana Ruiz said. "We have waited for two years."\n\nAccording to Adébáyò, the trial will be public.',
  },
  {
    url: 'https://desk.example/3',
    publication: 'The Desk',
    publishedAt: '2024-03-03T23:30:00-05:00',
    title: 'Harbour again',
    text: '"The harbour was never for sale," Mayor Ana Ruiz said on Sunday. She added that the "rumours" were harmful.',
  },
] as const;

beforeAll(async () => {
  for (const article of ARTICLES) {
    await service.api.post('/v1/articles').send(article).expect(201);
  }
});

const list = async (query: string, path = '/v1/statements') => {
  const { body } = await service.api.get(`${path}?${query}`).expect(200);
  return body as components['schemas']['StatementList'];
};
const exact = ({ items }: { items: Statement[] }) => items.map(({ text }) => text);

test('a statement says who, what, where and how it was found, as the text has it', async () => {
  const { items } = await list('q=%22never%20for%20sale%22');
  expect(items).toHaveLength(1);
  const { body } = await service.api.get(items[0]!.links.self).expect(200);
  const { alternatives, ...one } = body as Statement;
  const { highlights, lineage, ...listed } = items[0]!;
  expect(listed).toEqual(one);
  expect(lineage).toBeNull();
  expect(alternatives).toEqual({ source: [], content: [] });
  expect(highlights).toEqual([{ in: 'content', start: 17, end: 31, exact: 'never for sale' }]);
  const text = ARTICLES[2].text;
  expect(body).toMatchObject({
    form: 'direct',
    text: '"The harbour was never for sale,"',
    content: [
      {
        start: 0,
        end: 33,
        exact: '"The harbour was never for sale,"',
        segments: [
          { start: 1, end: 32, exact: 'The harbour was never for sale,', words: 'speaker' },
        ],
      },
    ],
    source: { exact: 'Mayor Ana Ruiz' },
    cue: { exact: 'said', lemma: 'say', class: 'report' },
    speakers: [{ name: 'Ana Ruiz', type: 'person' }],
    negated: false,
    negation: null,
    hedged: false,
    hedge: null,
    parent: null,
    prefix: '',
    suffix: text.slice(33, 65),
    review: { state: 'machine', by: null, at: null, note: null },
    article: {
      title: 'Harbour again',
      url: ARTICLES[2].url,
      publication: 'The Desk',
      publishedAt: '2024-03-04T04:30:00.000Z',
      revision: 1,
      current: true,
    },
  });
});

test('in mixed speech each phrase says whose words it is in', async () => {
  const { items } = await list('form=mixed');
  expect(items[0]!.content.flatMap(({ segments }) => segments)).toMatchObject([
    { exact: 'that the', words: 'reporter' },
    { exact: 'rumours', words: 'speaker' },
    { exact: 'were harmful', words: 'reporter' },
  ]);
});

describe('filters', () => {
  const matches: [string, string, (statement: Statement) => boolean][] = [
    ['form', 'form=direct', ({ form }) => form === 'direct'],
    [
      'publication, in any case',
      'publication=the%20wire',
      ({ article }) => article.publication === 'The Wire',
    ],
    ['cue', 'cue=say', ({ cue }) => cue?.lemma === 'say'],
    ['cue class', 'cueClass=denial', ({ cue }) => cue?.class === 'denial'],
    ['words', 'q=harbour', ({ text }) => text.includes('harbour')],
    ['from', 'from=2024-03-02', ({ article }) => article.publishedAt! >= '2024-03-02'],
    [
      'to, which is not included',
      'to=2024-03-02',
      ({ article }) => article.publishedAt! < '2024-03-02',
    ],
    [
      'several at once',
      'form=direct&publication=The+Desk&q=harbour&to=2024-03-02',
      ({ form, article, text }) =>
        form === 'direct' && article.title === 'Harbour' && text.includes('harbour'),
    ],
  ];
  test.each(matches)('%s', async (_, query, holds) => {
    const everything = (await list('limit=100')).items;
    const found = (await list(`limit=100&${query}`)).items;
    expect(found.map(({ id }) => id)).toEqual(everything.filter(holds).map(({ id }) => id));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(everything.length);
  });

  test('a topic that nothing is about, and one that does not exist, give nothing', async () => {
    expect((await list('topic=99999999')).items).toEqual([]);
  });

  test('an article that does not exist is told from one without statements', async () => {
    await service.api
      .get('/v1/statements?article=00000000-0000-7000-8000-000000000000')
      .expect(404);
  });
});

describe('a speaker', () => {
  test('by name: everyone so called, accents and case ignored, and the answer says who they are', async () => {
    const found = await list('speaker=oluwaseun%20ADEBAYO');
    expect(found.speakers).toMatchObject([{ name: 'Oluwaseun Adébáyò' }]);
    expect(found.items.length).toBeGreaterThan(0);
    for (const { speakers } of found.items) {
      expect(speakers.map(({ id }) => id)).toContain(found.speakers![0]!.id);
    }
  });

  test('by an id that the answer to a name gave', async () => {
    const named = await list('speaker=Oluwaseun%20Ad%C3%A9b%C3%A1y%C3%B2');
    const byId = await list(`speaker=${named.speakers![0]!.id}`);
    expect(byId).toEqual({ items: named.items, nextCursor: null });
  });

  test('whom nobody is called like', async () => {
    expect(await list('speaker=Nobody%20Atall')).toEqual({
      items: [],
      nextCursor: null,
      speakers: [],
    });
  });

  test('has a page of its own, with the same filters', async () => {
    const [speaker] = (await list('speaker=Ana+Ruiz')).speakers!;
    const { body } = await service.api.get(speaker!.links.self).expect(200);
    expect(body).toEqual(speaker);
    const all = await list('total=true', speaker!.links.statements);
    expect(all.total).toBe(all.items.length);
    expect(all.items.length).toBe(speaker!.statementCount);
    const direct = await list('form=direct', speaker!.links.statements);
    expect(exact(direct)).toEqual(
      exact({ items: all.items.filter(({ form }) => form === 'direct') }),
    );
  });

  test('is found by part of a name, the most quoted first', async () => {
    const { body } = await service.api.get('/v1/speakers?q=rui&type=person&total=true').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('Ana Ruiz');
    expect(body.total).toBe(body.items.length);
    const { body: all } = await service.api.get('/v1/speakers').expect(200);
    const counts = all.items.map((s: { statementCount: number }) => s.statementCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe('topics', () => {
  test('the tree has parents before children and knows its names at IPTC', async () => {
    const { body } = await service.api.get('/v1/topics?limit=100&total=true').expect(200);
    expect(body.total).toBeGreaterThan(900);
    const [first] = body.items;
    expect(first).toMatchObject({ parent: null, depth: 1, qcode: `medtop:${first.id}` });
    await service.api.get('/v1/topics?parent=99999999').expect(404);
    const { body: children } = await service.api.get(`/v1/topics?parent=${first.id}`).expect(200);
    expect(children.items.length).toBeGreaterThan(0);
    for (const { parent, depth } of children.items) expect([parent, depth]).toEqual([first.id, 2]);
  });

  test('the statements of a topic are those of the filter, narrower topics included', async () => {
    const { body } = await service.api.get('/v1/topics?used=true&limit=100').expect(200);
    expect(body.items.length).toBeGreaterThan(0);
    for (const { id, links, statementCount } of body.items) {
      const found = await list('limit=100&total=true', links.statements);
      expect(found.total).toBe(statementCount);
      expect(found.items).toEqual((await list(`limit=100&topic=${id}`)).items);
    }
  });

  test('a topic can be narrowed by speaker, by name too', async () => {
    const { body } = await service.api.get('/v1/topics?used=true').expect(200);
    const found = await list('speaker=Ana%20Ruiz', body.items[0].links.statements);
    expect(found.speakers).toMatchObject(
      [{ name: 'Ana Ruiz' }, {}].slice(0, found.speakers!.length),
    );
  });
});

describe('order and pages', () => {
  const dates = ({ items }: { items: Statement[] }) =>
    items.map(({ article }) => article.publishedAt!);

  test('newest first by default, oldest first on request', async () => {
    const newest = dates(await list(''));
    expect(newest).toEqual([...newest].sort().reverse());
    const oldest = dates(await list('sort=date'));
    expect(oldest).toEqual([...oldest].sort());
  });

  test('text order within an article, and only there', async () => {
    const { items } = await list('q=%22two+years%22');
    const inOrder = await list(`article=${items[0]!.article.id}&sort=position`);
    const starts = inOrder.items.map(({ content }) => content[0]!.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    await service.api.get('/v1/statements?sort=position').expect(400);
  });

  test.each([
    '/v1/statements',
    '/v1/articles',
    '/v1/speakers',
    '/v1/subjects',
    '/v1/topics?used=true',
  ])('%s: following Link shows every item once', async (path) => {
    const join = path.includes('?') ? '&' : '?';
    const { body: whole } = await service.api.get(`${path}${join}limit=100`).expect(200);
    const seen: unknown[] = [];
    let next: string | undefined = `${path}${join}limit=2&total=true`;
    while (next !== undefined) {
      const page: Response = await service.api.get(next).expect(200);
      seen.push(...page.body.items);
      expect(page.body.total).toBe(whole.items.length);
      next = /^<(.*)>; rel="next"$/.exec(page.headers['link'] ?? '')?.[1];
      expect(next !== undefined).toBe(page.body.nextCursor !== null);
    }
    expect(seen).toEqual(whole.items);
  });

  test('a cursor of another query is refused by its name', async () => {
    const { nextCursor } = await list('limit=1');
    for (const query of ['form=direct', 'sort=date', 'q=harbour']) {
      const { body } = await service.api
        .get(`/v1/statements?limit=1&cursor=${nextCursor}&${query}`)
        .expect(400);
      expect(body.errors).toMatchObject([{ parameter: 'cursor' }]);
    }
    await service.api.get(`/v1/speakers?cursor=${nextCursor}`).expect(400);
  });

  // Last, since it adds an article.
  test('a new namesake who arrives between two pages does not end the paging', async () => {
    const { nextCursor, items } = await list('speaker=Ruiz&limit=1&sort=date');
    await service.api
      .post('/v1/articles')
      .send({
        url: 'https://desk.example/4',
        publication: 'The Desk',
        publishedAt: '2024-03-04T08:00:00Z',
        text: 'The team had trained well, Pedro Ruiz said. Ruiz added that nobody was hurt.',
      })
      .expect(201);
    const rest = await list(`speaker=Ruiz&limit=50&sort=date&cursor=${nextCursor}`);
    const names = new Set(rest.items.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
    expect(names).toEqual(new Set(['Ana Ruiz', 'Pedro Ruiz']));
    expect(rest.items.map(({ id }) => id)).not.toContain(items[0]?.id);
    expect(rest.speakers?.map(({ name }) => name).sort()).toEqual(['Ana Ruiz', 'Pedro Ruiz']);
  });
});
