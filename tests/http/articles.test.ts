// Articles through HTTP: handing in, revisions, idempotency, reading, deleting.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { useService } from '../support/api';

const service = useService();

interface Sample {
  readonly url: string;
  readonly title: string;
  readonly publication: string;
  readonly text: string;
}

const sample = (name: string): Sample =>
  JSON.parse(readFileSync(join(__dirname, `../../seeds/articles/${name}.json`), 'utf8')) as Sample;

const visit = sample('01-state-visit');
const trial = sample('02-harbour-fraud-trial');

const postJson = (body: object) => service.api.post('/v1/articles').send(body);
let count = 0;
/** A text that no other test has stored. */
const freshText = () =>
  `"We will build bridge number ${(count += 1)} next year," Mayor Ana Ruiz said on Monday. The council agreed.`;

describe('handing in', () => {
  test('a new article is answered with 201, where it is, and its statements in text order', async () => {
    const { body, status, headers } = await postJson(visit);
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/v1/articles/${body.article.id}`);
    expect(body.outcome).toBe('created');
    expect(body.article).toMatchObject({
      url: visit.url,
      title: visit.title,
      publication: visit.publication,
      publishedAt: '2026-05-12T16:40:00.000Z',
      language: 'en',
      revision: 1,
      statementCount: body.statements.length,
    });
    expect(body.statements.length).toBeGreaterThan(10);
    const starts = body.statements.map(
      (s: { content: { start: number }[] }) => s.content[0]?.start,
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('every span of every statement is a slice of the text as it was sent', async () => {
    const { body } = await postJson(visit);
    const spans = body.statements.flatMap((s: Record<string, unknown>) =>
      [s['content'], s['source'], s['cue'], s['sentence']].flat().filter(Boolean),
    ) as { start: number; end: number; exact: string }[];
    expect(spans.length).toBeGreaterThan(40);
    expect(spans.filter(({ start, end, exact }) => visit.text.slice(start, end) !== exact)).toEqual(
      [],
    );
  });

  test('the same content again gives 200 and the article that is there', async () => {
    const first = await postJson(trial).expect(201);
    const again = await postJson(trial).expect(200);
    expect(again.body).toEqual({ ...first.body, outcome: 'unchanged' });
    expect(again.headers).not.toHaveProperty('location');
  });

  test('the same URL with another text makes a revision; what it replaced stays readable', async () => {
    const url = 'https://paper.example/revised';
    const first = await postJson({ url, text: freshText() }).expect(201);
    const other = 'Nothing of all this is true, the ministry’s lawyer, Ben Bass, wrote on Friday.';
    const second = await postJson({ url, text: other }).expect(201);
    expect(second.body).toMatchObject({
      outcome: 'revised',
      article: { id: first.body.article.id, revision: 2 },
    });
    const { id } = first.body.article;
    const old = first.body.statements[0];
    const read = await service.api.get(old.links.self).expect(200);
    expect(read.body.article).toMatchObject({ revision: 1, current: false });
    const listed = await service.api.get(`/v1/statements?article=${id}`).expect(200);
    expect(listed.body.items.map((s: { id: string }) => s.id)).not.toContain(old.id);
    const revisions = await service.api.get(`/v1/articles/${id}/revisions`).expect(200);
    expect(
      revisions.body.items.map((r: { number: number; current: boolean }) => [r.number, r.current]),
    ).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test('two identical posts at once make one article', async () => {
    const body = { publication: 'The Twin', text: freshText() };
    const [a, b] = await Promise.all([postJson(body), postJson(body)]);
    expect([a.status, b.status].sort()).toEqual([200, 201]);
    expect(a.body.article.id).toBe(b.body.article.id);
    const list = await service.api
      .get('/v1/articles?publication=the%20twin&total=true')
      .expect(200);
    expect(list.body.total).toBe(1);
  });
});

describe('forms', () => {
  const about = '?url=https%3A%2F%2Fpaper.example%2Fplain&title=A%20bridge&publication=The%20Plain';

  test('plain text is kept byte for byte, with what the query says of it', async () => {
    const text = `\uFEFF  ${freshText()}\r\n\r\n\t“Ja — 👍🏽,” she said.  \n`;
    const { body } = await service.api
      .post(`/v1/articles${about}`)
      .type('text/plain')
      .send(text)
      .expect(201);
    expect(body.article).toMatchObject({
      url: 'https://paper.example/plain',
      title: 'A bridge',
      publication: 'The Plain',
    });
    const stored = await service.api.get(body.article.links.text).expect(200);
    expect(stored.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(stored.text).toBe(text);
  });

  test('HTML is read, and says of itself what the query does not', async () => {
    const html = `<html><head><title>Bridge</title><meta property="og:site_name" content="The Page">
      <link rel="canonical" href="https://paper.example/page"></head><body><script>alert(1)</script>
      <article><h1>Bridge</h1><p>${freshText()}</p><p>More of it will follow, the council told reporters later that day.</p></article></body></html>`;
    const { body } = await service.api
      .post('/v1/articles')
      .type('text/html')
      .send(html)
      .expect(201);
    expect(body.article).toMatchObject({
      url: 'https://paper.example/page',
      publication: 'The Page',
    });
    const { text } = await service.api.get(body.article.links.text).expect(200);
    expect(text).not.toContain('alert(1)');
    expect(text).toContain('Mayor Ana Ruiz said');
  });

  test.each(['application/ld+json', 'application/json'])('a NewsArticle as %s', async (type) => {
    const { body } = await service.api
      .post('/v1/articles?publication=Said%20in%20the%20query')
      .type(type)
      .send(
        JSON.stringify({
          '@context': 'https://schema.org',
          '@type': 'NewsArticle',
          headline: 'Bridge',
          author: { '@type': 'Person', name: 'A. Writer' },
          articleBody: freshText(),
        }),
      )
      .expect(201);
    expect(body.article).toMatchObject({
      title: 'Bridge',
      byline: 'A. Writer',
      publication: 'Said in the query',
    });
  });

  test.each(['application/ninjs+json', 'application/json'])('a ninjs item as %s', async (type) => {
    const uri = `https://wire.example/${type.length}`;
    const item = { uri, type: 'text', headline: 'Bridge', byline: 'Wire', body_text: freshText() };
    const { body } = await service.api
      .post('/v1/articles')
      .type(type)
      .send(JSON.stringify(item))
      .expect(201);
    expect(body.article).toMatchObject({ url: uri, title: 'Bridge', byline: 'Wire' });
  });

  test('what the body says goes before what the query says', async () => {
    const { body } = await service.api
      .post('/v1/articles?title=Query&byline=Query')
      .send({ title: 'Body', text: freshText() })
      .expect(201);
    expect(body.article).toMatchObject({ title: 'Body', byline: 'Query' });
  });
});

describe('idempotency keys', () => {
  test('the same key with the same request gives the article again, and says so', async () => {
    const send = (body: object) => postJson(body).set('Idempotency-Key', 'key-1');
    const body = { text: freshText() };
    const first = await send(body).expect(201);
    const again = await send(body).expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body.article.id).toBe(first.body.article.id);
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
  });

  test.each([
    ['another body', '', { text: freshText() }],
    ['other parameters', '?title=Other', null],
  ])('the same key with %s is refused', async (_, query, other) => {
    const body = { text: freshText() };
    const key = `key-2-${query}`;
    await postJson(body).set('Idempotency-Key', key).expect(201);
    const refused = await service.api
      .post(`/v1/articles${query}`)
      .send(other ?? body)
      .set('Idempotency-Key', key)
      .expect(422);
    expect(refused.body.type).toBe('/problems/idempotency-mismatch');
  });

  test('an unusable key is refused by its name', async () => {
    const { body } = await postJson({ text: freshText() })
      .set('Idempotency-Key', 'two words')
      .expect(400);
    expect(body.errors).toMatchObject([{ parameter: 'Idempotency-Key' }]);
  });
});

describe('reading', () => {
  test('the text as JSON says what identifies it', async () => {
    const text = freshText();
    const { body } = await postJson({ text }).expect(201);
    const read = await service.api
      .get(body.article.links.text)
      .set('Accept', 'application/json')
      .expect(200);
    expect(read.body).toMatchObject({ text, revision: 1, length: text.length });
    expect(read.headers['vary']).toContain('Accept');
  });

  test('the text of an earlier revision, and 404 for one that never was', async () => {
    const url = 'https://paper.example/two-texts';
    const earlier = freshText();
    const { body } = await postJson({ url, text: earlier }).expect(201);
    await postJson({ url, text: freshText() }).expect(201);
    const read = await service.api.get(`${body.article.links.text}?revision=1`).expect(200);
    expect(read.text).toBe(earlier);
    await service.api.get(`${body.article.links.text}?revision=3`).expect(404);
  });

  test('a text cannot be had as a picture', async () => {
    const { body } = await postJson({ text: freshText() }).expect(201);
    await service.api.get(body.article.links.text).set('Accept', 'image/png').expect(406);
  });

  test('articles are found by publication, words and dates', async () => {
    const publication = 'The Finder';
    const post = (title: string, publishedAt: string) =>
      postJson({ title, publication, publishedAt, text: freshText() }).expect(201);
    await post('Old zeppelin', '2020-01-01');
    await post('New zeppelin', '2024-01-01T12:00:00+01:00');
    await post('New tram', '2024-01-02');
    const titles = async (query: string) => {
      const { body } = await service.api
        .get(`/v1/articles?publication=the+finder&${query}`)
        .expect(200);
      return body.items.map((article: { title: string }) => article.title);
    };
    expect(await titles('total=true')).toEqual(['New tram', 'New zeppelin', 'Old zeppelin']);
    expect(await titles('q=zeppelin')).toEqual(['New zeppelin', 'Old zeppelin']);
    expect(await titles('from=2024-01-01&to=2024-01-02')).toEqual(['New zeppelin']);
    expect(await titles('to=2024-01-01')).toEqual(['Old zeppelin']);
  });

  test('an article without statements has an empty list, not a 404', async () => {
    const { body } = await postJson({
      text: 'The bridge is long and it is red. It was built by many hands over several years.',
    }).expect(201);
    const read = await service.api.get(body.article.links.statements).expect(200);
    expect(read.body).toEqual({ items: [], nextCursor: null });
  });
});

describe('deleting', () => {
  test('afterwards everything of the article is gone, and its statements are in no list', async () => {
    const { body } = await postJson({
      url: 'https://paper.example/deleted',
      text: '"The xylophone is mine," Minister Wilhelmina Brack said.',
    }).expect(201);
    const { links, id } = body.article;
    const [statement] = body.statements;
    await service.api.delete(links.self).expect(204);
    for (const path of [links.self, links.text, links.statements, links.revisions]) {
      const { body: problem } = await service.api.get(path).expect(410);
      expect(problem.type).toBe('/problems/gone');
    }
    await service.api.delete(links.self).expect(410);
    await service.api.get(statement.links.self).expect(404);
    await service.api.get(`/v1/statements?article=${id}`).expect(410);
    for (const query of ['q=xylophone', 'speaker=Wilhelmina%20Brack']) {
      const { body: list } = await service.api.get(`/v1/statements?${query}`).expect(200);
      expect(list.items).toEqual([]);
    }
    const { body: speakers } = await service.api.get('/v1/speakers?q=wilhelmina').expect(200);
    expect(speakers.items).toEqual([]);
  });
});
