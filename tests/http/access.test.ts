// Who may write: programs on this machine, holders of a key, and nobody else.

import type { Server } from 'node:http';

import { createApp } from '../../src/http/app';
import type { AppDeps } from '../../src/http/deps';
import type { Api } from '../support/api';
import { api, serve, urlOf, useService } from '../support/api';

const service = useService();
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** The same service with other settings. */
async function withSettings(settings: Partial<AppDeps['settings']>): Promise<Api> {
  const { deps } = service;
  const server = await serve(createApp({ ...deps, settings: { ...deps.settings, ...settings } }));
  servers.push(server);
  return api(urlOf(server));
}

const BODY = { text: '"Yes," Mayor Ana Ruiz said on Monday.' };
type Headers = Record<string, string>;
const write = (to: Api, headers: Headers) => to.post('/v1/extractions').set(headers).send(BODY);
const remote = { 'X-Forwarded-For': '203.0.113.9' };

describe('on this machine, without a key', () => {
  test.each<[string, Headers]>([
    ['a program', {}],
    ['a program that names localhost', { Host: 'localhost:8080' }],
    ['a program that names an IPv6 address', { Host: '[::1]:8080' }],
    ['our own page', { Host: 'localhost:8080', Origin: 'http://localhost:8080' }],
    ['our own page in a newer browser', { 'Sec-Fetch-Site': 'same-origin' }],
    ['a bookmark', { 'Sec-Fetch-Site': 'none' }],
  ])('%s may write', async (_, headers) => {
    await write(service.api, headers).expect(200);
  });

  test.each<[string, Headers]>([
    ['a page of another site', { Origin: 'https://evil.example' }],
    ['a page of another port', { Host: 'localhost:8080', Origin: 'http://localhost:3000' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a page of another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a name that was made to lead here', { Host: 'evil.example' }],
    ['a name that begins like ours', { Host: 'localhost.evil.example' }],
    ['a page under such a name', { Host: 'evil.example', Origin: 'http://evil.example' }],
    ['someone behind a proxy', remote],
    ['someone behind a proxy that says so differently', { Forwarded: 'for=203.0.113.9' }],
    ['someone who claims to be local through a proxy', { 'X-Forwarded-For': '127.0.0.1' }],
    ['someone behind a cache', { Via: '1.1 cache' }],
  ])('%s may not write', async (_, headers) => {
    const { body } = await write(service.api, headers).expect(403);
    expect(body.type).toBe('/problems/forbidden');
  });

  test('every route that writes or computes is behind this, and reads are not', async () => {
    const evil = { Origin: 'https://evil.example' };
    const path = '/v1/articles/00000000-0000-7000-8000-000000000000';
    await service.api.post('/v1/articles').set(evil).send(BODY).expect(403);
    await service.api.delete(path).set(evil).expect(403);
    for (const topics of [`${path}/topics`, `${path.replace('articles', 'statements')}/topics`]) {
      await service.api.put(topics).set(evil).send({ topics: [] }).expect(403);
      await service.api.delete(topics).set(evil).expect(403);
    }
    await service.api
      .get(path)
      .set({ ...evil, ...remote, Host: 'any.example' })
      .expect(404);
  });

  test('who may not write is told before the body has been read', async () => {
    const body = 'x'.repeat(1_000_000);
    await service.api.post('/v1/articles').set(remote).type('image/png').send(body).expect(403);
  });
});

describe('behind a trusted proxy', () => {
  test.each<[string, Headers, number]>([
    ['someone else', remote, 403],
    ['someone else who claims to be local', { 'X-Forwarded-For': '127.0.0.1, 203.0.113.9' }, 403],
    ['a program on this machine', { 'X-Forwarded-For': '127.0.0.1' }, 200],
    ['someone in a header that is not read', { Forwarded: 'for=127.0.0.1' }, 403],
    ['a proxy that does not say for whom', { Via: '1.1 proxy' }, 403],
  ])('%s', async (_, headers, status) => {
    await write(await withSettings({ trustProxy: ['loopback'] }), headers).expect(status);
    await write(await withSettings({ trustProxy: 1 }), { Host: 'localhost' }).expect(200);
  });
});

// In this order: as long as no key has been made, the answer to strangers is another one.
describe('with keys', () => {
  let secret: string;
  let id: string;

  test('while none has been made, strangers are told how to make one', async () => {
    const { body, headers } = await write(service.api, remote).expect(403);
    expect(body.detail).toContain('verbatim keys create NAME');
    expect(headers).not.toHaveProperty('www-authenticate');
  });

  test('once there is one, strangers are asked for it', async () => {
    const created = await service.store.keys.create('desk');
    secret = created.secret;
    id = created.record.id;
    const { body, headers } = await write(service.api, remote).expect(401);
    expect(body.type).toBe('/problems/unauthorized');
    expect(headers['www-authenticate']).toBe('Bearer realm="verbatim"');
  });

  test('it opens the door from anywhere, in either header', async () => {
    const bearer = { Authorization: `Bearer ${secret}` };
    await write(service.api, { ...remote, ...bearer }).expect(200);
    await write(service.api, { ...remote, Authorization: `bearer  ${secret} ` }).expect(200);
    await write(service.api, { ...remote, 'X-API-Key': secret }).expect(200);
    await write(service.api, { Host: 'any.example', ...bearer }).expect(200);
    // A key is never sent by a browser on its own, so a page that sends one may.
    await write(service.api, { Origin: 'https://desk.example', ...bearer }).expect(200);
  });

  test.each<[string, () => string]>([
    ['a made-up one', () => 'vb_x'],
    ['one with a letter changed', () => secret.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A'))],
    ['one in other case', () => secret.toUpperCase()],
    ['SQL', () => "'OR'1'='1"],
    ['a very long one', () => 'x'.repeat(8_000)],
  ])('%s is refused, on this machine too', async (_, wrong) => {
    for (const from of [{}, remote] as Headers[]) {
      await write(service.api, { ...from, 'X-API-Key': wrong() }).expect(401);
      await write(service.api, { ...from, Authorization: `Bearer ${wrong()}` }).expect(401);
    }
  });

  test('another scheme of authorization is no key', async () => {
    await write(service.api, { ...remote, Authorization: 'Basic YTpi' }).expect(401);
  });

  test('a revoked one is refused; with none left, strangers are told how to make one', async () => {
    await service.store.keys.revoke(id);
    await write(service.api, { 'X-API-Key': secret }).expect(401);
    await write(service.api, remote).expect(403);
  });
});
