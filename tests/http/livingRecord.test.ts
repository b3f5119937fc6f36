// An article that is corrected: ids that stay, a diff that shows what changed, silent edits, and the record as it was.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Schemas = components['schemas'];

const service = useService();
const sample = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../seeds/articles/${name}.json`), 'utf8')) as Record<
    string,
    string
  >;

async function post(body: Record<string, unknown>) {
  const answer = await service.api.post('/v1/articles').send(body).expect(201);
  return answer.body as { article: Schemas['Article']; statements: Schemas['Statement'][] };
}

async function get<Body>(path: string): Promise<Body> {
  return (await service.api.get(path).expect(200)).body as Body;
}

test('a correction in the open: most statements stay, one says other words, and the notice is shown', async () => {
  const first = await post(sample('12-childrens-ward'));
  const second = await post(sample('13-childrens-ward-corrected'));
  expect(second.article.id).toBe(first.article.id);
  const { items } = await get<Schemas['RevisionList']>(`${first.article.links.self}/revisions`);
  const [later, earlier] = items;
  expect(earlier).toMatchObject({ number: 1, changes: null, notice: null, silentEdit: false });
  expect(later?.silentEdit).toBe(false);
  expect(later?.notice?.exact).toMatch(/correct|earlier version/i);
  const { kept, changed, added, removed } = later!.changes!;
  expect(kept + changed + removed).toBe(first.statements.length);
  expect(kept + changed + added).toBe(second.statements.length);
  expect(kept).toBeGreaterThan(changed + added + removed);

  const diff = await get<Schemas['RevisionDiff']>(later!.links.diff!);
  const text = (side: 'added' | 'removed') =>
    diff.text.flatMap(({ op, exact }) => (op === side ? [] : [exact])).join('');
  expect(text('added')).toBe(sample('12-childrens-ward')['text']);
  expect(text('removed')).toBe(sample('13-childrens-ward-corrected')['text']);
  const fates = diff.statements.map(({ fate }) => fate);
  expect(fates.filter((fate) => fate === 'removed')).toHaveLength(removed);
  expect(fates.filter((fate) => fate === 'added')).toHaveLength(added);
  for (const { before, after } of diff.statements) {
    if (before !== null && after !== null) expect(after.id).toBe(before.id);
  }
  const ids = first.statements.map(({ id }) => id);
  expect(second.statements.filter(({ id }) => ids.includes(id))).toHaveLength(kept + changed);
});

const url = 'https://desk.example/bridge';
const SAID = '“The bridge will cost 40 million,” the mayor, Ana Ruiz, told reporters on Monday.';

test('a silent edit is flagged; the record as it was has the old words under the same id', async () => {
  const { article, statements } = await post({ url, text: SAID, title: 'A bridge' });
  const [before] = statements;
  await pause(5);
  const at = new Date().toISOString();
  await pause(5);
  const after = await post({ url, text: SAID.replace('40', '45'), title: 'The bridge' });
  expect(after.statements[0]).toMatchObject({ id: before!.id, article: { revision: 2 } });
  const { items } = await get<Schemas['RevisionList']>(`${article.links.self}/revisions`);
  expect(items[0]).toMatchObject({
    silentEdit: true,
    notice: null,
    changes: { kept: 0, changed: 1, added: 0, removed: 0 },
  });
  const diff = await get<Schemas['RevisionDiff']>(`${article.links.self}/diff`);
  expect(diff.statements[0]).toMatchObject({ fate: 'changed' });
  expect(diff.statements[0]!.diff.filter(({ op }) => op !== 'same')).toEqual([
    { op: 'removed', words: '40' },
    { op: 'added', words: '45' },
  ]);

  const then = await get<Schemas['Statement']>(`${before!.links.self}?asOf=${at}`);
  expect(then).toMatchObject({ id: before!.id, text: before!.text, article: { revision: 1 } });
  expect(await get(`${article.links.self}?asOf=${at}`)).toMatchObject({
    title: 'A bridge',
    revision: 1,
  });
  expect((await service.api.get(`${article.links.self}/text?asOf=${at}`).expect(200)).text).toBe(
    SAID,
  );
  for (const list of [
    `/v1/statements?article=${article.id}`,
    `${article.links.self}/statements?limit=5`,
    `/v1/speakers/${before!.speakers[0]!.id}/statements?q=bridge`,
  ]) {
    const { items: found } = await get<Schemas['StatementList']>(`${list}&asOf=${at}`);
    expect(found.map(({ text }) => text)).toEqual([before!.text]);
  }
  const earlier = await get<Schemas['StatementList']>('/v1/statements?asOf=2020-01-01');
  expect(earlier.items).toEqual([]);
  for (const path of ['/v1/articles', '/v1/speakers', '/v1/subjects'])
    expect((await get<{ items: unknown[] }>(`${path}?asOf=2020-01-01`)).items).toEqual([]);
  await service.api.get(`${article.links.self}?asOf=2020-01-01`).expect(404);
  expect(await get('/v1/topics/11000000?asOf=2020-01-01')).toMatchObject({ statementCount: 0 });
});

test('the future has no record, and relevance none of the past', async () => {
  for (const path of [
    '/v1/statements',
    '/v1/articles',
    '/v1/speakers',
    '/v1/topics',
    '/v1/subjects',
  ])
    await service.api.get(`${path}?asOf=2999-01-01`).expect(400);
  await service.api.get('/v1/statements?q=so&sort=-relevance&asOf=2020-01-01').expect(400);
  await service.api.get('/v1/statements?asOf=yesterday').expect(400);
});

test('a diff needs revisions that there are', async () => {
  const { article } = await post({ url: 'https://desk.example/one', text: SAID });
  await service.api.get(`${article.links.self}/diff?from=1&to=2`).expect(404);
  await service.api.get(`${article.links.self}/diff?from=0`).expect(400);
  const same = await get<Schemas['RevisionDiff']>(`${article.links.self}/diff`);
  expect(same.text.map(({ op }) => op)).toEqual(['same']);
});

test('an article is taken down with a reason, which whoever asks for it is told', async () => {
  const { article, statements } = await post({ url: 'https://desk.example/gone', text: SAID });
  await service.api.delete(`${article.links.self}?reason=boredom`).expect(400);
  const note = 'Removed by order of the district court';
  await service.api
    .delete(`${article.links.self}?reason=legal&note=${encodeURIComponent(note)}`)
    .expect(204);
  for (const path of [
    article.links.self,
    article.links.text,
    `${article.links.self}?asOf=2020-01-01`,
  ]) {
    const { body } = await service.api.get(path).expect(410);
    expect((body as Schemas['Problem']).detail).toMatch(
      /was deleted on \d{4}-\d\d-\d\d \(for legal reasons\)\. Nothing of it is kept\. Removed by order/,
    );
  }
  await service.api.get(statements[0]!.links.self).expect(404);
});

describe('embargo', () => {
  const until = '2999-01-01T00:00:00Z';
  const embargoed = {
    url: 'https://wire.example/later',
    text: SAID.replace('Ruiz', 'Zorn'),
    title: 'Later',
  };

  test('an article under embargo is accepted, and nothing shows anything of it', async () => {
    const { body } = await service.api
      .post('/v1/articles')
      .send({ ...embargoed, embargoedUntil: until })
      .expect(202);
    expect(body).toMatchObject({ outcome: 'embargoed', until: '2999-01-01T00:00:00.000Z' });
    expect((await get<{ items: unknown[] }>('/v1/speakers?q=Zorn')).items).toEqual([]);
    expect((await get<{ items: unknown[] }>('/v1/statements?q=bridge&speaker=Zorn')).items).toEqual(
      [],
    );
    const waiting = await get<Schemas['EmbargoList']>('/v1/embargoes');
    expect(waiting.items).toMatchObject([{ url: embargoed.url, title: 'Later', failure: null }]);
    // Not even that it waits is for everyone.
    await service.api.get('/v1/embargoes').set('X-Forwarded-For', '203.0.113.9').expect(403);
  });

  test('who may write sees what waits, and takes it back; what is published stays', async () => {
    const published = await post({ url: 'https://wire.example/pulled', text: SAID });
    const correction = {
      url: 'https://wire.example/pulled',
      text: SAID.replace('40', '45'),
      embargoedUntil: until,
    };
    const sent = await service.api.post('/v1/articles').send(correction).expect(202);
    const first = sent.body as Schemas['Embargoed'];
    const again = await service.api.post('/v1/articles').send(correction).expect(202);
    const { id, links } = again.body as Schemas['Embargoed'];
    await service.api.get(first.links.self).expect(404);
    expect(await get<Schemas['EmbargoWithText']>(links.self)).toMatchObject({
      id,
      until: '2999-01-01T00:00:00.000Z',
      url: correction.url,
      text: correction.text,
    });
    const stranger = { 'X-Forwarded-For': '203.0.113.9' };
    await service.api.get(links.self).set(stranger).expect(403);
    await service.api.delete(links.self).set(stranger).expect(403);
    await service.api.delete(links.self).expect(204);
    await service.api.delete(links.self).expect(404);
    await service.api.get(links.self).expect(404);
    const { revision } = await get<Schemas['Article']>(published.article.links.self);
    expect(revision).toBe(1);
  });

  test('an answer that got lost is given again to the same request', async () => {
    const body = { url: 'https://wire.example/lost', text: SAID, embargoedUntil: until };
    const ask = () => service.api.post('/v1/articles').set('Idempotency-Key', 'lost').send(body);
    const first = await ask().expect(202);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    const again = await ask().expect(202).expect('Idempotent-Replayed', 'true');
    expect(again.body).toEqual(first.body);
    await service.api
      .post('/v1/articles')
      .set('Idempotency-Key', 'lost')
      .send({ ...body, text: `${SAID} More.` })
      .expect(422);
    await service.api.delete((first.body as Schemas['Embargoed']).links.self).expect(204);
  });

  test('a ninjs item that its publisher takes back takes the article with it', async () => {
    const { article } = await post({ url: 'https://wire.example/back', text: SAID });
    await service.api
      .post('/v1/articles')
      .type('application/ninjs+json')
      .send(JSON.stringify({ uri: 'https://wire.example/back', pubstatus: 'canceled' }))
      .expect(204);
    const { body } = await service.api.get(article.links.self).expect(410);
    expect((body as Schemas['Problem']).detail).toMatch(/its publisher has canceled it/);
    // Also one that still waits.
    await service.api
      .post('/v1/articles')
      .send({ uri: embargoed.url, pubStatus: 'withheld', standard: 'ninjs', body_text: 'x' })
      .expect(204);
    expect((await get<Schemas['EmbargoList']>('/v1/embargoes')).items).toEqual([]);
  });
});
