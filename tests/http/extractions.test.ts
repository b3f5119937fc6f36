// The engine alone: everything it found comes back, and nothing is stored.

import { useService } from '../support/api';

const service = useService();
const TEXT =
  '"We came for a railway 🚂, not for credit," Kestrian Foreign Minister Pavel Orsik said.\n\nHe denied that talks had failed. It is the third visit this year.';

test('the answer holds the text, and every span is a slice of it', async () => {
  const { body } = await service.api
    .post('/v1/extractions?title=Visit')
    .type('text/plain')
    .send(TEXT)
    .expect(200);
  expect(body.text).toBe(TEXT);
  expect(body.article).toMatchObject({ title: 'Visit', url: null, language: 'en' });
  expect(body.speakers).toMatchObject([{ name: 'Pavel Orsik', type: 'person' }]);
  const [first] = body.statements;
  expect(first).toMatchObject({
    form: 'direct',
    text: '"We came for a railway 🚂, not for credit,"',
    content: [{ start: 0, end: 43 }],
    speakers: [{ name: 'Pavel Orsik', type: 'person' }],
    cue: { exact: 'said', lemma: 'say' },
  });
  for (const statement of body.statements) {
    const quotes = [...statement.content, statement.source, statement.cue, statement.sentence];
    quotes.push(...statement.content.flatMap(({ segments }: { segments: object[] }) => segments));
    for (const { start, end, exact } of quotes.filter(Boolean)) {
      expect(TEXT.slice(start, end)).toBe(exact);
    }
  }
});

test('where another reading is likely, it stands beside the chosen one', async () => {
  const text =
    'Ruiz warned of floods, telling the council the port would close, while the men went home.';
  const { body } = await service.api.post('/v1/extractions').send({ text }).expect(200);
  const { content } = body.statements.at(-1).alternatives;
  expect(content).toHaveLength(1);
  expect(content[0].confidence).toBeGreaterThan(0.05);
  for (const { start, end, exact } of content[0].spans) expect(text.slice(start, end)).toBe(exact);
});

test('nothing is stored', async () => {
  await service.api
    .post('/v1/extractions')
    .send({ text: TEXT, url: 'https://a.example' })
    .expect(200);
  const { body } = await service.api.get('/v1/articles?total=true').expect(200);
  expect(body).toMatchObject({ items: [], total: 0 });
  const { body: speakers } = await service.api.get('/v1/speakers').expect(200);
  expect(speakers.items).toEqual([]);
});

test('of a page the derived text is shown, to which offsets refer', async () => {
  const html = `<html><head><title>Visit</title></head><body><nav>Home | World</nav><article>${TEXT.split(
    '\n\n',
  )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`;
  const { body } = await service.api.post('/v1/extractions').send({ html }).expect(200);
  expect(body.text).toBe(TEXT);
  expect(body.statements.length).toBeGreaterThan(0);
});

test('context does not cut an emoji in half', async () => {
  const { body } = await service.api
    .post('/v1/extractions')
    .send({
      text: `The train came ${'🚂'.repeat(20)} ok. "We will stay," Pavel Orsik said. ${'🚂'.repeat(20)} It was late.`,
    })
    .expect(200);
  const { prefix, suffix } = body.statements.find(({ text }: { text: string }) =>
    text.includes('We will stay'),
  );
  // 32 code units would begin, or end, within one.
  expect([prefix.length, suffix.length]).toEqual([31, 31]);
  expect(/\p{Surrogate}/u.test(prefix + suffix)).toBe(false);
});

test('topics have labels', async () => {
  const { body } = await service.api
    .post('/v1/extractions')
    .send({
      text: 'The court said on Monday that the murder trial would begin. "The police found the weapon," Judge Ann Lee said.',
    })
    .expect(200);
  expect(body.topics.length).toBeGreaterThan(0);
  for (const { id, label } of body.topics) expect(label).not.toBe(id);
});
