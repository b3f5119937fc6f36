// What every answer has in common: request ids, validators, compression, cross-origin reads, methods and paths.

import { useService } from '../support/api';

const service = useService();
const choosy = useService({ corsOrigins: ['https://desk.example'] });

describe('request ids', () => {
  test('a usable one is echoed, in the answer and in problems', async () => {
    const { headers } = await service.api.get('/healthz').set('X-Request-Id', 'desk-7.a_B');
    expect(headers['x-request-id']).toBe('desk-7.a_B');
    const { body } = await service.api.get('/v1/nothing').set('X-Request-Id', 'desk-8').expect(404);
    expect(body.requestId).toBe('desk-8');
  });

  test.each(['', 'a b', 'x'.repeat(129), '"><script>', 'ä'])('%j is replaced', async (given) => {
    const { headers } = await service.api.get('/healthz').set('X-Request-Id', given);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});

describe('validators', () => {
  const PATH = '/v1/topics?limit=50';

  test('an ETag that still holds is answered with 304 and nothing else', async () => {
    const { headers } = await service.api.get(PATH).set('Accept-Encoding', 'identity').expect(200);
    const again = await service.api.get(PATH).set('If-None-Match', headers['etag']!).expect(304);
    expect(again.headers['etag']).toBe(headers['etag']);
    expect(again.text).toBe('');
    await service.api.get(PATH).set('If-None-Match', `"other", W/${headers['etag']}`).expect(304);
    await service.api.get(PATH).set('If-None-Match', '"other"').expect(200);
  });

  test('it changes with the answer', async () => {
    const etag = async (path: string) => (await service.api.get(path)).headers['etag'];
    expect(await etag('/v1/topics?limit=50')).toBe(await etag('/v1/topics?limit=50'));
    expect(await etag('/v1/topics?limit=50')).not.toBe(await etag('/v1/topics?limit=51'));
    const before = await etag('/v1/articles');
    await service.api.post('/v1/articles').send({ text: '"Yes," Ana Ruiz said on Monday.' });
    expect(await etag('/v1/articles')).not.toBe(before);
  });

  test('a compressed answer has an ETag of its own, which also holds', async () => {
    const plain = await service.api.get(PATH).set('Accept-Encoding', 'identity');
    const zipped = await service.api.get(PATH).set('Accept-Encoding', 'gzip').expect(200);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.headers['etag']).toBe(plain.headers['etag']!.replace(/"$/, '-gzip"'));
    const again = await service.api
      .get(PATH)
      .set('Accept-Encoding', 'gzip')
      .set('If-None-Match', zipped.headers['etag']!)
      .expect(304);
    expect(again.headers['etag']).toBe(zipped.headers['etag']);
  });

  test('answers to POST and problems have none', async () => {
    const posted = await service.api.post('/v1/articles').send({ text: '"No," Ana Ruiz said.' });
    expect(posted.headers).not.toHaveProperty('etag');
    expect(posted.headers['cache-control']).toBe('no-store');
    expect((await service.api.get('/v1/nothing')).headers).not.toHaveProperty('etag');
  });
});

test('what is sent with gzip is the same', async () => {
  const answer = await fetch(`${service.url}/v1/topics?limit=50`, {
    headers: { 'Accept-Encoding': 'gzip' },
  });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  const plain = await service.api.get('/v1/topics?limit=50').set('Accept-Encoding', 'identity');
  expect(await answer.text()).toBe(plain.text);
});

describe('methods and paths', () => {
  test.each([
    ['/v1/articles', 'POST, GET, HEAD, OPTIONS'],
    ['/v1/articles/00000000-0000-7000-8000-000000000000', 'GET, HEAD, DELETE, OPTIONS'],
    ['/v1/extractions', 'POST, OPTIONS'],
    ['/v1/statements', 'GET, HEAD, OPTIONS'],
    ['/healthz', 'GET, HEAD, OPTIONS'],
    ['/docs/docs.js', 'GET, HEAD, OPTIONS'],
  ])('%s takes %s and says so', async (path, allow) => {
    expect((await service.api.options(path).expect(204)).headers['allow']).toBe(allow);
    const refused = await service.api.patch(path).send({}).expect(405);
    expect(refused.headers['allow']).toBe(allow);
    expect(refused.body.type).toBe('/problems/method-not-allowed');
  });

  test('HEAD answers like GET, without the body', async () => {
    const get = await service.api.get('/v1/topics').set('Accept-Encoding', 'identity');
    const head = await service.api
      .head('/v1/topics')
      .set('Accept-Encoding', 'identity')
      .expect(200);
    for (const name of ['etag', 'content-type', 'content-length', 'link']) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
    await service.api.head('/v1/statements/nothing').expect(404);
  });

  test.each([
    '/v1',
    '/v1/',
    '/v2/articles',
    '/v1/articles/',
    '/V1/articles',
    '/v1/Articles',
    '/v1/articles/a/b/c',
    '/v1//articles',
    '/.env',
    '/docs/../package.json',
    '/docs/package.json',
    '/docs/..%2f..%2fpackage.json',
  ])('%s is not found', async (path) => {
    const { body } = await service.api.get(path).expect(404);
    expect(body).toMatchObject({ type: '/problems/not-found', status: 404 });
  });

  test('OPTIONS for a path that does not exist is not found', async () => {
    await service.api.options('/v1/nothing').expect(404);
  });

  test('a path that is not UTF-8 in hexadecimal is malformed', async () => {
    for (const path of ['/v1/articles/%ZZ', '/v1/articles/%ff', '/v1/topics/%c0%af']) {
      await service.api.get(path).expect(400);
    }
  });
});

describe('pages of other sites', () => {
  test('may read, and see the headers that matter', async () => {
    const { headers } = await service.api.get('/v1/topics').set('Origin', 'https://desk.example');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('ETag');
    const problem = await service.api.get('/v1/nothing').set('Origin', 'https://desk.example');
    expect(problem.headers['access-control-allow-origin']).toBe('*');
  });

  test('are told beforehand that they may not write', async () => {
    const { headers } = await service.api
      .options('/v1/articles')
      .set('Origin', 'https://desk.example')
      .set('Access-Control-Request-Method', 'POST')
      .expect(204);
    expect(headers['access-control-allow-methods']).toBe('GET,HEAD');
  });

  test('may be limited to those that are named', async () => {
    const named = await choosy.api.get('/healthz').set('Origin', 'https://desk.example');
    expect(named.headers['access-control-allow-origin']).toBe('https://desk.example');
    expect(named.headers['vary']).toContain('Origin');
    const other = await choosy.api.get('/healthz').set('Origin', 'https://evil.example');
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('cannot read the answer to a write', async () => {
    const { headers } = await service.api.post('/v1/articles').send({});
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

test('answers cannot be framed, sniffed or made to run anything', async () => {
  const { headers } = await service.api.get('/v1/topics');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('strict-transport-security');
});
