// The contract as it is served: the very file, as JSON, and as a page that needs nothing from other hosts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { useService } from '../support/api';

const service = useService();
const file = readFileSync(join(__dirname, '../../openapi.yaml'), 'utf8');

test('/openapi.yaml is the file itself, /openapi.json says the same', async () => {
  const { text } = await service.api.get('/openapi.yaml').expect(200);
  expect(text).toBe(file);
  const { body } = await service.api.get('/openapi.json').expect(200);
  expect(body).toEqual(parse(file));
});

describe('/docs', () => {
  const assets = async (): Promise<string[]> => {
    const { text } = await service.api.get('/docs').expect(200);
    return [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
  };

  test('all that the page names is served here', async () => {
    const found = await assets();
    expect(found).toHaveLength(4);
    for (const path of found) {
      expect(path).toMatch(/^\/docs\//);
      await service.api.get(path).expect(200);
    }
  });

  test('the policy keeps the browser from running or asking for anything else', async () => {
    const { headers, text } = await service.api.get('/docs').expect(200);
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/https?:/);
    expect(text).not.toMatch(/<script>|<style>|\son\w+=/);
  });

  test('the page is told not to have the contract validated elsewhere', async () => {
    const { text } = await service.api.get('/docs/docs.js').expect(200);
    expect(text).toContain('validatorUrl: null');
    expect(text).toContain("url: '/openapi.yaml'");
  });

  test('its style sheet loads nothing', async () => {
    const { text } = await service.api.get('/docs/swagger-ui.css').expect(200);
    const loaded = [...text.matchAll(/@import[^;]*|url\(\s*["']?([^"')]{0,40})/g)]
      .map(([whole, address]) => address ?? whole)
      .filter((address) => !address.startsWith('data:'));
    expect(loaded).toEqual([]);
  });
});
