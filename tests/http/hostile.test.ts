// What nobody means well by, and what honest clients get wrong: never a 5xx, always an answer of the contract.

import { request as httpRequest } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { useService } from '../support/api';
import { expectContract } from '../support/contract';

const LIMIT = 262_144;
const service = useService({ maxBodyBytes: LIMIT });

const SAID = '"The bridge will open in May," Mayor Ana Ruiz said on Monday.';
const ROUTES = ['/v1/articles', '/v1/extractions'] as const;
const MB = 1_048_576;

interface Sent {
  readonly status: number;
  readonly body: { type?: string; errors?: { pointer?: string; message: string }[] };
}

/** Sends bytes as they are, in pieces if there are several; supertest would mend what we want to break. */
function send(
  path: string,
  headers: Record<string, string>,
  pieces: readonly Buffer[],
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    // A connection of its own: some requests here end before the length that they announce.
    const out = httpRequest(service.url + path, { method: 'POST', headers, agent: false });
    out.on('response', (answer) => {
      const received: Buffer[] = [];
      answer.on('data', (piece: Buffer) => received.push(piece));
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        const headers = answer.headers as Record<string, string>;
        const body = Buffer.concat(received).toString();
        out.destroy();
        try {
          expectContract('post', path, { status, headers, body });
          resolve({ status, body: JSON.parse(body) as Sent['body'] });
        } catch (departure) {
          reject(departure);
        }
      });
    });
    // The service may stop reading once it knows that it will not take the body; the answer is what counts.
    out.on('error', (error) => setTimeout(() => reject(error), 1_000).unref());
    for (const piece of pieces) out.write(piece);
    out.end();
  });
}

const json = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

describe.each(ROUTES)('%s', (path) => {
  const post = (type: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    send(path, { 'Content-Type': type, ...headers }, [Buffer.from(body)]);

  describe('bodies that are not what they say', () => {
    test.each<[string, string, string | Buffer, number]>([
      ['no JSON', 'application/json', '', 400],
      ['broken JSON', 'application/json', '{"text": "a"', 400],
      ['two JSON values', 'application/json', '{"text":"a"}{"text":"b"}', 400],
      ['NaN', 'application/json', '{"text": NaN}', 400],
      ['JSON in UTF-16', 'application/json', Buffer.from('{"text":"a"}', 'utf16le'), 400],
      ['bytes that are not UTF-8', 'text/plain', Buffer.from([0x22, 0xff, 0xfe]), 400],
      ['Latin-1', 'text/html', Buffer.from('<p>caf\xe9</p>', 'latin1'), 400],
      ['an overlong form', 'text/plain', Buffer.from([0xc0, 0xaf]), 400],
      ['an encoded surrogate', 'text/plain', Buffer.from([0xed, 0xa0, 0x80]), 400],
      ['an empty text', 'text/plain', '', 422],
      ['a blank text', 'text/plain', ' \n\t\u00a0\u3000', 422],
      ['an empty page', 'text/html', '', 422],
      ['JSON null', 'application/json', 'null', 422],
      ['a JSON string', 'application/json', '"text"', 422],
      ['a JSON list', 'application/json', '[]', 422],
      ['an empty object', 'application/json', '{}', 422],
      ['an empty graph', 'application/ld+json', '{}', 422],
      ['a list of nothing', 'application/ld+json', '[null, 1, "a", []]', 422],
      ['an item without an identifier', 'application/ninjs+json', '{}', 422],
      ['an item that is a list', 'application/ninjs+json', '[]', 422],
      ['a picture as ninjs', 'application/ninjs+json', '{"uri":"urn:a:b","type":"picture"}', 422],
    ])('%s (%s)', async (_, type, body, status) => {
      expect((await post(type, body)).status).toBe(status);
    });

    test('a byte order mark before JSON is no fault', async () => {
      const { status } = await post('application/json', `\uFEFF${JSON.stringify({ text: SAID })}`);
      expect([200, 201]).toContain(status);
    });

    test.each([
      '',
      'image/png',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'text/plain; charset=iso-8859-1',
      'text/html;charset="windows-1252"',
      'text',
      '*/*',
      'application/json, text/plain',
    ])('of the type %j', async (type) => {
      const { status } = await send(path, type === '' ? {} : { 'Content-Type': type }, [
        json('{}'),
      ]);
      expect(status).toBe(415);
    });

    test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8', 'US-ASCII'])(
      'charset=%s is read',
      async (charset) => {
        const { status } = await post(`text/plain; charset=${charset}`, SAID);
        expect([200, 201]).toContain(status);
      },
    );

    test.each([
      ['compress', 415],
      ['gzip, gzip', 415],
      ['gzip', 400],
      ['deflate', 400],
      ['br', 400],
    ])('in a content coding that it is not in (%s)', async (coding, status) => {
      const answer = await post('text/plain', SAID, { 'Content-Encoding': coding });
      expect(answer.status).toBe(status);
    });
  });

  describe('size', () => {
    test.each<[string, Record<string, string>, () => Buffer[]]>([
      ['10 MB', {}, () => [Buffer.alloc(10 * MB, 'a ')]],
      [
        '10 MB of JSON',
        { 'Content-Type': 'application/json' },
        () => [json({ text: 'a'.repeat(10 * MB) })],
      ],
      [
        'a length that is only announced',
        { 'Content-Length': String(10 * MB) },
        () => [Buffer.from('a')],
      ],
      [
        '10 MB in pieces without a length',
        {},
        () => Array.from({ length: 160 }, () => Buffer.alloc(65_536, 'a')),
      ],
      ['a gzip bomb', { 'Content-Encoding': 'gzip' }, () => [gzipSync(Buffer.alloc(100 * MB))]],
      [
        'a deflate bomb',
        { 'Content-Encoding': 'deflate' },
        () => [deflateSync(Buffer.alloc(100 * MB))],
      ],
      [
        'a brotli bomb',
        { 'Content-Encoding': 'br' },
        () => [brotliCompressSync(Buffer.alloc(20 * MB))],
      ],
    ])('%s is too large', async (_, headers, body) => {
      const answer = await send(path, { 'Content-Type': 'text/plain', ...headers }, body());
      expect(answer).toMatchObject({ status: 413, body: { type: '/problems/too-large' } });
    });

    test('the limit counts bytes, and is itself allowed', async () => {
      const filler = 'The harbour is quiet in winter, and the boats stay in. ';
      const text = SAID + ' ' + filler.repeat(LIMIT).slice(0, LIMIT - SAID.length - 1);
      expect([200, 201]).toContain((await post('text/plain', text)).status);
      expect((await post('text/plain', `${text}a`)).status).toBe(413);
    });

    test('a compressed body is read', async () => {
      for (const [coding, pack] of [
        ['gzip', gzipSync],
        ['deflate', deflateSync],
        ['br', brotliCompressSync],
      ] as const) {
        const answer = await post('text/plain', pack(SAID), { 'Content-Encoding': coding });
        expect([200, 201]).toContain(answer.status);
      }
    });
  });

  describe('strings that no database can hold', () => {
    test.each<[string, string, string[]]>([
      ['NUL', '{"text":"a\\u0000b"}', ['/text']],
      ['half a character', '{"text":"a\\ud83db"}', ['/text']],
      ['halves in the wrong order', '{"text":"a\\ude00\\ud83d"}', ['/text']],
      ['several', '{"title":"\\u0000","byline":"\\ud800","text":"a"}', ['/title', '/byline']],
      ['in a name', '{"text":"a","\\u0000":1}', ['']],
      [
        'in what would be ignored',
        '{"@type":"NewsArticle","x":{"a/b~":["\\u0000"]}}',
        ['/x/a~1b~0/0'],
      ],
    ])('%s', async (_, body, pointers) => {
      const answer = await post('application/json', body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    });

    test('NUL in a plain text', async () => {
      expect((await post('text/plain', `${SAID}\0`)).status).toBe(422);
    });

    test('NUL in a page is left out as a browser would, or refused, but never stored', async () => {
      const { status } = await post('text/html', `<article><p>${SAID}\0</p></article>`);
      expect([200, 201, 422]).toContain(status);
    });
  });

  describe('depth', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

    test.each([64, 65, 1_000, 40_000])('%i levels', async (levels) => {
      const answer = await post('application/json', nested(levels));
      expect(answer.status).toBe(422);
      expect(answer.body.errors?.[0]?.message).toMatch(
        levels > 64 ? /deeper than 64/ : /not known/,
      );
    });

    test.each(['[', '{"a":', '[{"a":'])('an unclosed %s a hundred thousand times', async (open) => {
      const body = open.repeat(LIMIT / open.length - 1);
      expect((await post('application/json', body)).status).toBe(400);
    });
  });

  test('every wrong field is named, with what is wrong', async () => {
    const { status, body } = await post(
      'application/json',
      JSON.stringify({ text: 1, title: [], url: 'ftp://a', publishedAt: 'yesterday', 'a/b~c': 1 }),
    );
    expect(status).toBe(422);
    const pointers = body.errors?.map(({ pointer }) => pointer).sort();
    expect(pointers).toEqual(['/a~1b~0c', '/publishedAt', '/text', '/title', '/url']);
  });

  test('a body of ten thousand unknown fields is answered with a hundred lines', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1]));
    const { status, body } = await post('application/json', JSON.stringify(fields));
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(100);
  });

  test('fields named like parts of JavaScript objects are fields like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const { status } = await post('application/json', `{"text":"a","${name}":{"title":"x"}}`);
      expect(status).toBe(422);
    }
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  test.each<[string, string]>([
    ['never closed', `<article><p>${SAID}<p>It is <b>red <i>and long.<table><tr><td>`],
    ['closed twice', `</p></article><article><p>${SAID}</p></p></article></div></html>`],
    ['cut in a tag', `<article><p>${SAID}</p><img src="`],
    ['nested very deep', `${'<div>'.repeat(20_000)}<p>${SAID}</p>`],
    ['with very many attributes', `<article ${'a=b '.repeat(20_000)}><p>${SAID}</p></article>`],
    ['of entities that grow', `<article><p>${SAID}</p><p>${'&amp;'.repeat(40_000)}</p></article>`],
    ['with scripts', `<script>while(1){}</script><article><p>${SAID}</p></article>`],
  ])('a page %s', async (_, html) => {
    const { status } = await post('text/html', html);
    expect([200, 201, 422]).toContain(status);
  });

  test('another language than English is refused as such', async () => {
    const { status, body } = await post(
      'text/plain',
      '„Die Brücke wird im Mai eröffnet“, sagte die Bürgermeisterin Anna Schmidt am Montag vor dem Rathaus in Köln. Die Stadt hat dafür lange gespart.',
    );
    expect(status).toBe(422);
    expect(body.type).toBe('/problems/unsupported-language');
  });
});

describe('offsets', () => {
  test.each<[string, string]>([
    ['emoji', '👩‍👩‍👧‍👦 said? 👍🏽 '],
    ['right-to-left text', 'קראו "שלום" وقال «مرحبا» today. '],
    ['marks that combine', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍a̴͉l͠g̨o.\u202E '],
    ['Windows line ends', 'One.\r\n\r\nTwo.\r\n\r\n'],
  ])('count UTF-16 code units after %s', async (_, before) => {
    const text = `${before}\n\n${SAID}`;
    const { body } = await service.api.post('/v1/articles').send({ text }).expect(201);
    const statement = body.statements.find((s: { text: string }) => s.text.includes('bridge'));
    const { start, end, exact } = statement.content[0];
    expect(text.slice(start, end)).toBe(exact);
    expect(start).toBeGreaterThanOrEqual(before.length);
    const stored = await service.api.get(statement.links.text).expect(200);
    expect(stored.text.slice(start, end)).toBe(exact);
  });
});

const SQL = ["'; DROP TABLE article; --", "' OR '1'='1", '%', '_', '\\', '$1', '"', "''", '(('];
const ODD = [...SQL, '😀', 'ı', '\u202E', '../../etc/passwd', '<script>', '{}', '-', '"a', 'a & !'];

describe('parameters', () => {
  const PARAMETERS = {
    '/v1/articles': ['publication', 'q', 'from', 'to', 'limit', 'cursor', 'total'],
    '/v1/statements': [
      ...['speaker', 'topic', 'article', 'publication', 'form', 'cue', 'cueClass', 'q'],
      ...['from', 'to', 'sort', 'limit', 'cursor', 'total'],
    ],
    '/v1/speakers': ['q', 'type', 'limit', 'cursor', 'total'],
    '/v1/topics': ['parent', 'q', 'used', 'limit', 'cursor', 'total'],
  };
  const cases = Object.entries(PARAMETERS).flatMap(([path, names]) =>
    names.map((name) => [path, name] as const),
  );

  test.each(cases)('%s takes or refuses whatever stands in %s', async (path, name) => {
    for (const value of [...ODD, '\0', 'x'.repeat(5_000)]) {
      const answer = await service.api.get(`${path}?${name}=${encodeURIComponent(value)}`);
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 400) expect(answer.body.errors).toMatchObject([{ parameter: name }]);
    }
  });

  test.each(cases)('%s refuses %s twice, as a list and as an object', async (path, name) => {
    for (const query of [`${name}=1&${name}=2`, `${name}[]=1`, `${name}[$ne]=1`]) {
      await service.api.get(`${path}?${query}`).expect(400);
    }
  });

  test('they change nothing', async () => {
    const { body } = await service.api.get('/v1/articles?total=true').expect(200);
    expect(body.total).toBeGreaterThan(0);
  });

  test('bytes that are not UTF-8, and broken escapes, are no fault of ours', async () => {
    for (const query of ['q=%ff', 'q=%', 'q=%zz', 'q=%ed%a0%80', '%=1', '&&&', '=', 'q']) {
      const { status } = await service.api.get(`/v1/statements?${query}`);
      expect([200, 400]).toContain(status);
    }
  });

  test.each(['/v1/articles', '/v1/statements', '/v1/speakers', '/v1/topics'])(
    '%s refuses cursors that are made up',
    async (path) => {
      const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const madeUp = [
        ...['a', 'AAAA', 'null', encode(null), encode({}), encode([]), encode([1, 'x', 1, 'a'])],
        encode([1, 'AAAAAAAAAA', '2024-01-01', '00000000-0000-7000-8000-000000000000']),
      ];
      for (const cursor of madeUp) {
        const { body } = await service.api.get(`${path}?cursor=${cursor}`).expect(400);
        expect(body.errors).toMatchObject([{ parameter: 'cursor' }]);
      }
    },
  );
});

describe('ids', () => {
  const places = [
    ...['', '/text', '/statements', '/revisions'].map((rest) => ['/v1/articles/', rest] as const),
    ['/v1/statements/', ''] as const,
    ...['', '/statements'].map((rest) => ['/v1/speakers/', rest] as const),
    ...['', '/statements'].map((rest) => ['/v1/topics/', rest] as const),
  ];
  const ids = [
    ...['00000000-0000-7000-8000-000000000000', '00000000', '99999999', '1', '-1', 'null'],
    ...['FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF', '0'.repeat(5_000), 'medtop:20000639'],
    ...[...ODD, '\0', '..', '.', ' '].map(encodeURIComponent).filter((id) => !/^\.+$/.test(id)),
  ];

  test.each(places)(
    '%s{id}%s: what does not exist or cannot exist is not found',
    async (before, after) => {
      for (const id of ids) {
        const { body } = await service.api.get(`${before}${id}${after}`).expect(404);
        expect(body.type).toBe('/problems/not-found');
      }
    },
  );

  test('nor can it be deleted', async () => {
    for (const id of ids) await service.api.delete(`/v1/articles/${id}`).expect(404);
  });
});

test('two identical posts at once, in every form, make one article', async () => {
  const text = `${SAID} She was asked twice.`;
  const item = { uri: 'https://wire.example/twice', headline: 'Twice', body_text: text };
  const forms: [string, string][] = [
    ['text/plain', `${text} Plainly.`],
    ['application/json', JSON.stringify({ url: 'https://paper.example/twice', text })],
    ['application/ninjs+json', JSON.stringify(item)],
  ];
  for (const [type, body] of forms) {
    const posts = Array.from({ length: 4 }, () =>
      service.api.post('/v1/articles').type(type).send(body),
    );
    const answers = await Promise.all(posts);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.article.id)).size).toBe(1);
  }
});
