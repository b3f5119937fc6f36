// Citations through HTTP: chosen by Accept or by format, one statement or a list, each with its own validator.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Response } from 'supertest';

import type { components } from '../../src/http/contract';
import { vocabularyFaults } from '../citation/vocabulary';
import { useService } from '../support/api';
import { contract } from '../support/contract';

type Statement = components['schemas']['Statement'];

const service = useService();
jest.setTimeout(60_000);

const ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const TYPES: [format: string, type: string][] = [
  ['json', 'application/json; charset=utf-8'],
  ['jsonld', 'application/ld+json'],
  ['annotation', ANNOTATION],
  ['csl-json', 'application/vnd.citationstyles.csl+json'],
  ['bibtex', 'application/x-bibtex; charset=utf-8'],
  ['ris', 'application/x-research-info-systems; charset=utf-8'],
  ['link', 'text/uri-list; charset=utf-8'],
  ['apa', 'text/x-bibliography; style=apa; charset=utf-8'],
  ['mla', 'text/x-bibliography; style=mla; charset=utf-8'],
  ['chicago', 'text/x-bibliography; style=chicago; charset=utf-8'],
];
const FOR_LISTS = TYPES.filter(([, type]) => !type.startsWith('text/x-bibliography'));

const seed = JSON.parse(
  readFileSync(join(__dirname, '../../seeds/articles/01-state-visit.json'), 'utf8'),
) as Record<string, string>;
const NOWHERE = {
  title: 'Rain {and} <b>more</b> 🦁',
  text: 'Weather 🦁🦁 for the week.\n\n"It will rain," said Ana Ruiz.\n\nAna Ruiz denied that it had rained.\n\nA senior official said: "No comment will be made."',
};

let statements: Statement[];
let nowhere: Statement[];
beforeAll(async () => {
  statements = (await service.api.post('/v1/articles').send(seed).expect(201)).body.statements;
  nowhere = (await service.api.post('/v1/articles').send(NOWHERE).expect(201)).body.statements;
});
const saying = (words: string): Statement => {
  const found = [...statements, ...nowhere].find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`nobody says ${words}`);
  return found;
};
const get = (path: string, accept = '*/*') =>
  service.api.get(path).set('Accept', accept).buffer(true).parse(asText);
/** Whatever the type says. */
function asText(answer: Response, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
}

describe('one statement', () => {
  test.each(TYPES)('in the format %s', async (format, type) => {
    const { self } = saying('Neighbours cannot be chosen').links;
    const byFormat = await get(`${self}?format=${format}`, 'image/png').expect(200);
    expect(byFormat.headers['content-type']).toBe(type);
    expect(byFormat.headers['vary']).toContain('Accept');
    const byAccept = await get(self, type.replace('; charset=utf-8', '')).expect(200);
    expect(byAccept.headers['content-type']).toBe(type);
    expect(byAccept.body).toBe(byFormat.body);
    expect(byAccept.body).toContain('Neighbours');
  });

  test('has another ETag in every format, which still holds until the answer changes', async () => {
    const { self } = saying('Neighbours cannot be chosen').links;
    const etags = new Set<string>();
    for (const [format] of TYPES) {
      const { headers } = await get(`${self}?format=${format}`).expect(200);
      etags.add(headers['etag'] ?? '');
      await get(`${self}?format=${format}`)
        .set('If-None-Match', headers['etag'] ?? '')
        .expect(304);
    }
    expect(etags.size).toBe(TYPES.length);
  });

  test('is JSON unless asked otherwise, and the client’s preferences count', async () => {
    const { self } = saying('Neighbours cannot be chosen').links;
    const typeFor = async (accept: string) =>
      (await get(self, accept).expect(200)).headers['content-type'];
    expect(await typeFor('*/*')).toMatch('application/json');
    expect(await typeFor('text/html,application/xhtml+xml,*/*;q=0.8')).toMatch('application/json');
    expect(await typeFor('application/json;q=0.5, application/x-bibtex')).toMatch('x-bibtex');
    expect(await typeFor('application/ld+json')).toBe('application/ld+json');
    expect(await typeFor('text/x-bibliography')).toMatch('style=apa');
  });

  test('that nobody can have as asked is refused with all that can be had', async () => {
    const { self } = saying('Neighbours cannot be chosen').links;
    const { body } = await service.api.get(self).set('Accept', 'image/png').expect(406);
    for (const [format, type] of TYPES) {
      expect(body.detail).toContain(format);
      expect(body.detail).toContain(type.replace('; charset=utf-8', ''));
    }
    await service.api.get(`${self}?format=endnote`).expect(400);
    await service.api
      .get(`/v1/statements/00000000-0000-7000-8000-000000000000?format=apa`)
      .expect(404);
  });

  test('of an article without an address has no link, and says so', async () => {
    const { self } = saying('It will rain').links;
    const { body } = await service.api.get(`${self}?format=link`).expect(406);
    expect(body.detail).toMatch(/no address.*application\/json/);
    expect(body.detail).not.toContain('uri-list');
  });

  test('of an article of which little is known is cited all the same', async () => {
    const { self } = saying('It will rain').links;
    for (const [format] of TYPES.filter(([name]) => name !== 'link')) {
      const { body } = await get(`${self}?format=${format}`).expect(200);
      expect(body).toContain('It will rain');
      expect(body).not.toMatch(/undefined|CSL STYLE ERROR/);
    }
  });

  test('its annotation counts code points', async () => {
    const { self } = saying('It will rain').links;
    const { body } = await get(`${self}?format=annotation`).expect(200);
    const { target } = JSON.parse(body) as {
      target: { source: { id: string }; selector: [object, { start: number; end: number }] }[];
    };
    const { source, selector } = target[0]!;
    // Two less than UTF-16 counts: the lions are two units each.
    const { start, end } = saying('It will rain').content[0]!;
    expect(selector[1]).toEqual({ type: 'TextPositionSelector', start: start - 2, end: end - 2 });
    expect(source.id).toBe(`${service.url}${saying('It will rain').links.article}/text?revision=1`);
    // And the address in it leads to the text that was counted.
    const { text } = await service.api.get(source.id.slice(service.url.length)).expect(200);
    const counted = Array.from(text).slice(selector[1].start, selector[1].end);
    expect(counted.join('')).toBe('"It will rain,"');
  });

  test('a host that is none does not get into an address', async () => {
    const { self } = saying('It will rain').links;
    const { body } = await get(`${self}?format=annotation`).set('Host', 'evil"><x').expect(200);
    expect(body).not.toContain('evil');
  });

  test('a paraphrase is never a quotation, a denial never a claim of whoever denies', async () => {
    const paraphrase = saying('trusted partner');
    expect(paraphrase.form).toBe('indirect');
    for (const [format] of TYPES.slice(1)) {
      const { body } = await get(`${paraphrase.links.self}?format=${format}`).expect(200);
      expect(body).not.toMatch(/(“|\\")(that )?Serrane had always|Quotation|qtd\.|quoted in/);
    }
    const denial = saying('it had rained');
    const { body } = await get(`${denial.links.self}?format=jsonld`).expect(200);
    expect(JSON.parse(body)).toMatchObject({
      '@type': 'Claim',
      text: 'Ana Ruiz denied that it had rained.',
    });
    expect(JSON.parse(body)).not.toHaveProperty('author');
  });

  test('an unnamed speaker gets no name', async () => {
    const { links, speakers } = saying('No comment');
    expect(speakers.every(({ type }) => type === 'unnamed')).toBe(true);
    const { body } = await get(`${links.self}?format=jsonld`).expect(200);
    expect(body).not.toContain('"name"');
    expect(body).toContain('senior official');
  });
});

describe('lists', () => {
  const lists = () => [
    '/v1/statements?limit=3',
    `${saying('Neighbours').links.article}/statements?limit=3`,
    `/v1/speakers/${saying('Neighbours').speakers[0]!.id}/statements?limit=3`,
  ];

  test.each(FOR_LISTS)('come in the format %s', async (format, type) => {
    for (const path of lists()) {
      const byFormat = await get(`${path}&format=${format}`).expect(200);
      expect(byFormat.headers['content-type']).toBe(type);
      expect(byFormat.headers['link']).toContain(`format=${format}`);
      const byAccept = await get(path, type.replace('; charset=utf-8', '')).expect(200);
      expect(byAccept.headers['content-type']).toBe(type);
      expect(byAccept.headers['vary']).toContain('Accept');
    }
  });

  test.each(FOR_LISTS)(
    'have all statements when paged through in the format %s',
    async (format) => {
      const all = await service.api.get('/v1/statements?limit=100').expect(200);
      const ids = all.body.items.map(({ id }: Statement) => id) as string[];
      let path: string | undefined = `/v1/statements?limit=7&format=${format}`;
      let text = '';
      while (path !== undefined) {
        const answer: { body: string; headers: Record<string, string> } =
          await get(path).expect(200);
        text += answer.body;
        path = /<([^>]+)>/.exec(answer.headers['link'] ?? '')?.[1];
      }
      if (format === 'link') {
        expect(text.trim().split('\r\n')).toHaveLength(ids.length);
        return;
      }
      let at = -1;
      for (const id of ids) {
        at = text.indexOf(id, at + 1);
        expect(at).toBeGreaterThan(-1);
      }
    },
  );

  test('that are empty are empty in every format, and not the same', async () => {
    const etags = new Set<string>();
    for (const [format] of FOR_LISTS) {
      const { headers } = await get(`/v1/statements?q=nonsuchword&format=${format}`).expect(200);
      etags.add(headers['etag'] ?? '');
    }
    expect(etags.size).toBe(FOR_LISTS.length);
  });

  test('are not typeset: 406 for Accept, 400 for format', async () => {
    const { body } = await service.api
      .get('/v1/statements')
      .set('Accept', 'text/x-bibliography; style=apa')
      .expect(406);
    expect(body.detail).toContain('application/x-bibtex');
    expect(body.detail).not.toContain('x-bibliography');
    await service.api.get('/v1/statements?format=apa').expect(400);
  });

  test('pages of annotations lead to each other', async () => {
    const first = JSON.parse(
      (await get('/v1/statements?limit=2&format=annotation')).body,
    ) as Record<string, string>;
    expect(first['id']).toBe(`${service.url}/v1/statements?limit=2&format=annotation`);
    const second = JSON.parse(
      (await get(first['next']!.slice(service.url.length)).expect(200)).body,
    ) as {
      id: string;
      partOf: { id: string };
    };
    expect(second.id).toBe(first['next']);
    expect(second.partOf.id).toBe(first['id']);
  });
});

test('schema.org’s vocabulary has all that the sample article is cited by', async () => {
  const graph = (await get('/v1/statements?limit=100&format=jsonld')).body as string;
  const single = (await get(`${saying('Neighbours').links.self}?format=jsonld`)).body as string;
  expect(vocabularyFaults([graph, single])).toEqual([[], []]);
});

test('the guide has a curl for every format', () => {
  const guide = readFileSync(join(__dirname, '../../docs/citing-a-statement.md'), 'utf8');
  const shown = [...guide.matchAll(/^curl .*format=([a-z-]+)/gm)].map((match) => match[1]);
  expect([...new Set(shown)].sort()).toEqual(TYPES.map(([format]) => format).sort());
});

describe('the contract’s examples', () => {
  const examples = (
    contract as unknown as { components: { examples: Record<string, { value: unknown }> } }
  ).components.examples;
  const IDS = {
    quotation: '019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
    claim: '019ab3f2-6a1b-7e02-b2c4-0d5d1f0a9e78',
    article: '019ab3f2-69ff-7d3c-8c11-5a0f3b7c2d40',
  };

  test.each([
    ['Quotation', 'jsonld'],
    ['Claim', 'jsonld'],
    ['Annotation', 'annotation'],
    ['CslJson', 'csl-json'],
    ['BibTeX', 'bibtex'],
    ['Ris', 'ris'],
    ['Apa', 'apa'],
    ['Mla', 'mla'],
    ['Chicago', 'chicago'],
    ['Link', 'link'],
  ])('%s is what the sample article is answered with', async (name, format) => {
    const statement = saying(name === 'Claim' ? 'trusted partner' : 'Neighbours cannot');
    const { body } = await get(`${statement.links.self}?format=${format}`).expect(200);
    const answer = (body as string)
      .replaceAll(statement.id, name === 'Claim' ? IDS.claim : IDS.quotation)
      .replaceAll(statement.article.id, IDS.article)
      .replaceAll(service.url, 'http://localhost:8080')
      .replaceAll(statement.createdAt, '2026-11-25T09:40:00.000Z');
    const value = examples[name]?.value;
    if (typeof value === 'string') expect(answer).toBe(value);
    else expect(JSON.parse(answer)).toEqual(value);
  });
});
