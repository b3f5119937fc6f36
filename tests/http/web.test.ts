// The reader's page as the service answers it: strict headers, assets that never change, and nothing at other addresses.

import { gzipSync } from 'node:zlib';

import request from 'supertest';

import { useService } from '../support/api';

const service = useService();

test.each(['/', '/check', '/review', '/ingest', '/articles/x', '/statements/x', '/speakers/x'])(
  '%s is the page, with a policy that lets in nothing from elsewhere',
  async (path) => {
    const { headers, text } = await request(service.url).get(path).expect(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(text).not.toMatch(/<style|style=|<script(?![^>]* src=)/);
  },
);

test('assets carry their hash, and may be kept for ever; the script is small', async () => {
  const { text } = await request(service.url).get('/').expect(200);
  const paths = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  expect(paths.length).toBeGreaterThanOrEqual(2);
  for (const path of paths) {
    const { headers } = await request(service.url)
      .get(String(path))
      .set('Accept-Encoding', 'gzip')
      .expect(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(path).toMatch(/-[\w-]{8}\.(js|css)$/);
  }
  const script = paths.find((path) => path?.endsWith('.js'));
  const { text: code } = await request(service.url).get(String(script));
  expect(gzipSync(code).length).toBeLessThan(200_000);
});

test('licences of what is in the script are a link away, as text', async () => {
  const { headers, text } = await request(service.url).get('/notice').expect(200);
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(text).toMatch(/^preact \d/m);
});

test.each(['/nowhere', '/articles', '/articles/x/y', '/assets/none.js', '/index.html'])(
  '%s is refused as ever',
  async (path) => {
    const { headers } = await request(service.url).get(path).expect(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  },
);

test('the page is not written to', async () => {
  const { headers } = await request(service.url).post('/').expect(404);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
});
