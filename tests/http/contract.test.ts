// openapi.yaml against itself, against the seeds that its examples are taken from, and against the routes that exist.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';
import { contract, expectContract } from '../support/contract';

const service = useService();

type Schemas = components['schemas'];
type Quote = Schemas['Quote'];
const document = contract as unknown as {
  paths: Record<string, Record<string, unknown>>;
  components: { examples: Record<string, { value: unknown }> };
};
const example = <T>(name: string) => document.components.examples[name]?.value as T;

interface Operation {
  parameters?: { name?: string; in?: string; required?: boolean; example?: unknown }[];
}

describe('every documented operation', () => {
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    (['get', 'post', 'put', 'delete'] as const)
      .filter((method) => method in item)
      .map((method) => [method, template] as const),
  );
  // What the operation cannot do without, as its examples give it.
  const neededBy = (method: string, template: string) =>
    ((document.paths[template]?.[method] as Operation | undefined)?.parameters ?? [])
      .filter((parameter) => parameter.in === 'query' && parameter.required === true)
      .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}&`)
      .join('');
  const filled = (template: string) =>
    template
      .replace('{topicId}', '20000639')
      .replace('{asset}', 'docs.js')
      .replace('{slug}', 'gone')
      .replace(/\{\w+\}/, '00000000-0000-7000-8000-000000000000');

  test.each(operations)('%s %s has a route', async (method, template) => {
    const answer = await service.api[method](filled(template));
    expect(answer.status).not.toBe(405);
    expect(answer.body.detail ?? '').not.toContain('There is no such path');
  });

  test.each(operations)(
    '%s %s refuses a parameter that it does not know',
    async (method, template) => {
      const path = `${filled(template)}?${neededBy(method, template)}nonsense=1`;
      const answer = await (method === 'post'
        ? service.api.post(path).send({ text: 'a' })
        : service.api[method](path));
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([{ parameter: 'nonsense', message: 'is not known here' }]);
    },
  );
});

describe('the examples', () => {
  const seed = JSON.parse(
    readFileSync(join(__dirname, '../../seeds/articles/01-state-visit.json'), 'utf8'),
  ) as { text: string };

  const quotesOf = (statement: Partial<Schemas['Statement']>): Quote[] =>
    [
      ...(statement.content ?? []),
      statement.source,
      statement.cue,
      statement.sentence,
      ...(statement.speakers ?? []).flatMap(({ mentions }) => mentions),
    ].filter((quote) => quote !== null && quote !== undefined);

  test('the statement stands in the sample article at these offsets', () => {
    const statement = example<Schemas['Statement']>('Statement');
    for (const { start, end, exact } of quotesOf(statement)) {
      expect(seed.text.slice(start, end)).toBe(exact);
    }
    const [first] = statement.content;
    expect(statement.prefix).toBe(seed.text.slice(first!.start - 32, first!.start));
  });

  test('the extraction stands in its own text at these offsets', () => {
    const { text, statements } = example<Schemas['Extraction']>('Extraction');
    for (const statement of statements) {
      const quotes = quotesOf(statement as unknown as Schemas['Statement']);
      for (const { start, end, exact } of quotes) expect(text.slice(start, end)).toBe(exact);
    }
  });

  test.each([
    ['TextInput', 'application/json'],
    ['HtmlInput', 'application/json'],
    ['PlainInput', 'text/plain'],
    ['PageInput', 'text/html'],
    ['NewsArticleInput', 'application/ld+json'],
    ['NinjsInput', 'application/ninjs+json'],
  ])('%s is taken as it stands, and its statement found', async (name, type) => {
    const value = example<unknown>(name);
    const { body } = await service.api
      .post('/v1/extractions')
      .type(type)
      .send(typeof value === 'string' ? value : JSON.stringify(value))
      .expect(200);
    expect(body.statements).toMatchObject([{ speakers: [{ name: 'Pavel Orsik' }] }]);
  });
});

describe('the check that all tests run on every answer', () => {
  const good = async (path = '/v1/topics/20000639') => {
    const answer = await service.api.get(path).set('Accept-Encoding', 'identity');
    return {
      status: answer.status,
      headers: answer.headers as Record<string, string>,
      body: answer.text,
    };
  };
  const PATH = '/v1/topics/20000639';
  const without = (headers: Record<string, string>, name: string) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

  test('lets a right answer pass', async () => {
    expect(() => expectContract('get', PATH, { status: 200, headers: {}, body: '' })).toThrow();
    const answer = await good();
    expect(() => expectContract('get', PATH, answer)).not.toThrow();
  });

  test.each<[string, (answer: Awaited<ReturnType<typeof good>>) => object]>([
    ['a status', () => ({ status: 201 })],
    ['a field', ({ body }) => ({ body: body.replace('{', '{"extra":1,') })],
    ['a value', ({ body }) => ({ body: body.replace('"depth":3', '"depth":"3"') })],
    ['a missing field', ({ body }) => ({ body: body.replace(/"qcode":"[^"]+",/, '') })],
    ['a header', ({ headers }) => ({ headers: { ...headers, 'x-extra': '1' } })],
    ['a header value', ({ headers }) => ({ headers: { ...headers, etag: 'W/"a"' } })],
    ['a missing header', ({ headers }) => ({ headers: without(headers, 'etag') })],
    ['a missing request id', ({ headers }) => ({ headers: without(headers, 'x-request-id') })],
    ['a media type', ({ headers }) => ({ headers: { ...headers, 'content-type': 'text/html' } })],
  ])('catches %s that is not in the contract', async (_, change) => {
    const answer = await good();
    expect(() => expectContract('get', PATH, { ...answer, ...change(answer) })).toThrow(
      'against the contract',
    );
  });

  test('catches an answer to a path or method that the contract does not have', async () => {
    const answer = await good();
    expect(() => expectContract('get', '/v1/nothing', answer)).toThrow();
    expect(() => expectContract('put', PATH, answer)).toThrow();
  });
});
