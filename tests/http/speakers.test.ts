// Speakers over HTTP: pages, corrections, merges, splits, undo; who may do it and on which state.

import { useService } from '../support/api';

const service = useService();

interface Speaker {
  id: string;
  name: string;
  aliases: string[];
  statementCount: number;
  links: { history: string };
}
interface Changed {
  change: { id: string; links: { undo: string | null } };
  speakers: Speaker[];
}

let count = 0;
/** Stores an article that quotes each, and gives their speakers. */
async function quote(...sentences: string[]): Promise<{ article: string; speakers: Speaker[] }> {
  count += 1;
  const answer = await service.api
    .post('/v1/articles')
    .send({
      text: sentences.join('\n\n'),
      url: `https://a.example/${count}`,
      publication: 'The Sample Herald',
    })
    .expect(201);
  const { article, statements } = answer.body as {
    article: { id: string };
    statements: { speakers: { id: string }[] }[];
  };
  const speakers: Speaker[] = [];
  for (const { speakers: links } of statements) {
    for (const { id } of links) speakers.push(await read(id));
  }
  return { article: article.id, speakers };
}

async function read(id: string): Promise<Speaker> {
  return (await service.api.get(`/v1/speakers/${id}`).expect(200)).body as Speaker;
}

const said = (name: string, what: string): string => `"${what}," ${name} said on Friday.`;

async function change(path: string, body: object, ifMatch = '*'): Promise<Changed> {
  const answer = await service.api.post(path).set('If-Match', ifMatch).send(body).expect(200);
  return answer.body as Changed;
}

test('statements that come in meanwhile stand in nobody’s way; another editor’s word does', async () => {
  const { speakers } = await quote(said('Nora Falk', 'The school will stay open'));
  const path = `/v1/speakers/${speakers[0]?.id}`;
  const seen = (await service.api.get(path).expect(200)).headers['etag'] as string;
  await quote(said('Nora Falk', 'The kitchen will be built in the summer'));
  const grown = await service.api.get(path).set('If-None-Match', seen).expect(200);
  expect(grown.body).toMatchObject({ statementCount: 2 });
  expect(grown.headers['etag']).not.toBe(seen);
  const other = await quote(said('Norah Falk', 'The gate is painted'));
  const { change: merge } = await change(`/v1/speakers/${other.speakers[0]?.id}/merge`, {
    into: speakers[0]?.id,
  });
  const name = { name: 'Nora Falk' };
  await service.api.patch(path).set('If-Match', seen).send(name).expect(412);
  const merged = (await service.api.get(path).expect(200)).headers['etag'] as string;
  await change(merge.links.undo!, {});
  await service.api.patch(path).set('If-Match', merged).send(name).expect(412);
  const now = (await service.api.get(path).expect(200)).headers['etag'] as string;
  await quote(said('Nora Falk', 'The roof will be mended'));
  await service.api.patch(path).set('If-Match', now).send(name).expect(200);
});

test('a correction needs the state that it corrects', async () => {
  const { speakers } = await quote(said('Olga Brandt', 'The bridge will open in May'));
  const path = `/v1/speakers/${speakers[0]?.id}`;
  const first = await service.api.get(path).expect(200);
  await service.api.patch(path).send({ name: 'Olga Brandt' }).expect(428);
  const etag = first.headers['etag'] as string;
  const edited = await service.api
    .patch(path)
    .set('If-Match', etag)
    .send({ sameAs: ['http://www.wikidata.org/entity/Q1'], by: 'Ines Marek', note: 'looked up' })
    .expect(200);
  expect(edited.body).toMatchObject({
    sameAs: ['http://www.wikidata.org/entity/Q1'],
    edited: ['sameAs'],
  });
  await service.api.patch(path).set('If-Match', etag).send({ name: 'O. Brandt' }).expect(412);
  const again = await service.api.get(path).expect(200);
  expect(again.headers['etag']).toBe(edited.headers['etag']);
  await service.api
    .patch(path)
    .set('If-Match', (edited.headers['etag'] as string).replace(/"$/, '-gzip"'))
    .send({ name: 'Olga R. Brandt' })
    .expect(200);
  const history = await service.api.get(`${path}/history`).expect(200);
  expect(history.body).toMatchObject({
    items: [
      {
        kind: 'edit',
        before: { name: 'Olga Brandt' },
        after: { name: 'Olga R. Brandt' },
        by: 'this machine',
      },
      { kind: 'edit', by: 'Ines Marek', note: 'looked up' },
    ],
  });
});

test.each<[string, object, string]>([
  ['nothing to set', { note: 'why' }, ''],
  ['an unknown field', { nmae: 'A B' }, '/nmae'],
  ['a type that is none', { type: 'robot' }, '/type'],
  ['a URI that is none', { sameAs: ['Q1'] }, '/sameAs/0'],
  ['an empty name', { name: ' ' }, '/name'],
])('a correction with %s is refused', async (_title, body, pointer) => {
  const { speakers } = await quote(said('Emil Aster', `Number ${count} is enough`));
  const answer = await service.api
    .patch(`/v1/speakers/${speakers[0]?.id}`)
    .set('If-Match', '*')
    .send(body)
    .expect(422);
  const { errors } = answer.body as { errors: { pointer: string }[] };
  expect(errors.map((error) => error.pointer)).toContain(pointer);
});

test('a merged speaker leads to the survivor, and comes back when the merge is undone', async () => {
  const { speakers } = await quote(
    said('Joren Halvik', 'The tree will outlive us both'),
    said('Yoren Halvick', 'Neighbours cannot be chosen'),
  );
  const [survivor, other] = speakers as [Speaker, Speaker];
  const { change: merge, speakers: left } = await change(`/v1/speakers/${other.id}/merge`, {
    into: survivor.id,
    note: 'misspelt',
  });
  expect(left).toMatchObject([{ id: survivor.id, statementCount: 2, aliases: ['Yoren Halvick'] }]);

  const redirect = await service.api
    .get(`/v1/speakers/${other.id}/statements?limit=5`)
    .redirects(0)
    .expect(308);
  expect(redirect.headers['location']).toBe(`/v1/speakers/${survivor.id}/statements?limit=5`);
  for (const path of ['', '/articles', '/history']) {
    await service.api.get(`/v1/speakers/${other.id}${path}`).redirects(0).expect(308);
  }
  await service.api
    .post(`/v1/speakers/${other.id}/merge`)
    .redirects(0)
    .set('If-Match', '*')
    .send({ into: survivor.id })
    .expect(308);
  const filtered = await service.api.get(`/v1/statements?speaker=${other.id}`).expect(200);
  expect((filtered.body as { items: unknown[] }).items).toHaveLength(2);

  const later = await quote(said('Yoren Halvick', 'The railway will be finished'));
  expect(later.speakers[0]?.id).toBe(survivor.id);

  await change(merge.links.undo ?? '', {});
  expect(await read(other.id)).toMatchObject({ statementCount: 2, name: 'Yoren Halvick' });
  expect(await read(survivor.id)).toMatchObject({ statementCount: 1, aliases: [] });
  await service.api
    .post(merge.links.undo ?? '')
    .set('If-Match', '*')
    .expect(409);
});

test('whom another editor has merged meanwhile is not taken up together with somebody unseen', async () => {
  const { speakers } = await quote(
    said('Ruth Calloway', 'The dam will hold'),
    said('Rut Calloway', 'The dam has held'),
    said('Ilse Brand', 'Nobody asked the valley'),
  );
  const [ruth, rut, ilse] = speakers as [Speaker, Speaker, Speaker];
  const merge = (id: string, body: object) =>
    service.api.post(`/v1/speakers/${id}/merge`).set('If-Match', '*').send(body);
  // Another editor, by mistake, while this one still sees the misspelled name in a list.
  const { change: mistake } = await change(`/v1/speakers/${rut.id}/merge`, { into: ilse.id });
  for (const body of [{ from: rut.id }, { into: rut.id }]) {
    const { body: problem } = await merge(ruth.id, body).expect(409);
    expect((problem as { detail: string }).detail).toContain(`merged into Ilse Brand (${ilse.id})`);
  }
  const { body: already } = await merge(ilse.id, { from: rut.id }).expect(409);
  expect((already as { detail: string }).detail).toContain('part of this one already');
  expect(await read(ruth.id)).toMatchObject({ statementCount: 1, aliases: [] });
  expect(await read(ilse.id)).toMatchObject({ statementCount: 2, name: 'Ilse Brand' });
  await change(mistake.links.undo ?? '', {});
  await merge(ruth.id, { from: rut.id }).expect(200);
  expect(await read(ruth.id)).toMatchObject({ statementCount: 2, aliases: ['Rut Calloway'] });
});

test('an article that means another one of this name becomes a speaker of its own', async () => {
  const one = await quote(said('Han Zheng', 'Trade will grow'));
  const two = await quote(said('Han Zheng', 'I swam as fast as I could'));
  const id = one.speakers[0]?.id ?? '';
  expect(two.speakers[0]?.id).toBe(id);
  const articles = await service.api.get(`/v1/speakers/${id}/articles`).expect(200);
  expect(articles.body).toMatchObject({
    items: [
      {
        name: 'Han Zheng',
        evidence: [{ kind: 'name' }, { kind: 'publication' }],
        article: { id: two.article },
      },
      { name: 'Han Zheng', evidence: [], article: { id: one.article } },
    ],
  });
  const { speakers } = await change(`/v1/speakers/${id}/split`, {
    articles: [two.article],
    name: 'Han Zheng (swimmer)',
  });
  expect(speakers).toMatchObject([
    { id, statementCount: 1 },
    { name: 'Han Zheng (swimmer)', statementCount: 1 },
  ]);
  const refused = await service.api
    .post(`/v1/speakers/${id}/split`)
    .set('If-Match', '*')
    .send({ articles: [two.article] })
    .expect(422);
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/articles/0' }] });
});

test.each<[string, object, number]>([
  ['neither into nor from', {}, 422],
  [
    'both',
    { into: '019ab3f2-6a10-7c55-9a3e-6f2f4c1d7e10', from: '019ab3f2-6a10-7c55-9a3e-6f2f4c1d7e10' },
    422,
  ],
  ['somebody who is not there', { into: '019ab3f2-6a10-7c55-9a3e-6f2f4c1d7e10' }, 422],
])('a merge with %s is refused', async (_title, body, status) => {
  const { speakers } = await quote(said('Mara Quint', `Number ${count} is enough`));
  await service.api
    .post(`/v1/speakers/${speakers[0]?.id}/merge`)
    .set('If-Match', '*')
    .send(body)
    .expect(status);
});

test('a merge with itself is refused, and so are bodies that are no JSON', async () => {
  const { speakers } = await quote(said('Tomas Reuel', 'It is enough'));
  const path = `/v1/speakers/${speakers[0]?.id}`;
  await service.api
    .post(`${path}/merge`)
    .set('If-Match', '*')
    .send({ into: speakers[0]?.id })
    .expect(422);
  await service.api.patch(path).set('If-Match', '*').type('text/plain').send('name').expect(415);
  await service.api.patch(path).set('If-Match', '*').type('json').send('{').expect(400);
  await service.api.patch(path).set('If-Match', '*').expect(400);
  await service.api
    .patch(`${path}?dry=true`)
    .set('If-Match', '*')
    .send({ name: 'A B' })
    .expect(400);
  await service.api.get(`${path}/history?limit=0`).expect(400);
});

test.each(['', '/articles', '/history', '/statements'])(
  'nobody is at an id that was never given (%s)',
  async (path) => {
    await service.api.get(`/v1/speakers/019ab3f2-6a10-7c55-9a3e-6f2f4c1d7e10${path}`).expect(404);
  },
);

test('from elsewhere changes need a key, whose name the history keeps', async () => {
  const { speakers } = await quote(said('Rosa Elm', 'We shall see'));
  const path = `/v1/speakers/${speakers[0]?.id}`;
  await service.api
    .patch(path)
    .set('If-Match', '*')
    .set('Authorization', 'Bearer nonsense')
    .send({ name: 'Rosa Elm' })
    .expect(401);
  const { secret } = await service.store.keys.create('desk');
  await service.api
    .patch(path)
    .set('If-Match', '*')
    .set('Authorization', `Bearer ${secret}`)
    .send({ name: 'Rosa L. Elm' })
    .expect(200);
  const history = await service.api.get(`${path}/history`).expect(200);
  expect(history.body).toMatchObject({ items: [{ by: 'desk' }] });
});
