// A publication that lets others show sixty characters: whatever shows its words shows no more, says so, and keeps offsets true.

import fc from 'fast-check';

import type { components } from '../../src/http/contract';
import { excerptOf } from '../../src/http/excerpts';
import { useService } from '../support/api';

type Schemas = components['schemas'];
const LIMIT = 60;
const service = useService({ excerptLimits: new Map([['the guarded', LIMIT]]) });

const TEXT =
  'The bridge will open in May, the mayor, Ada Abel, told reporters on Monday.\n\n“We waited for nine long winters in the ' +
  'cold port of Wenn for this bridge, and I thank everyone who built it with their own hands,” she said.';

async function hand(publication: string) {
  const { body } = await service.api
    .post('/v1/articles')
    .send({ url: `https://${publication.length}.example/1`, publication, text: TEXT })
    .expect(201);
  return body as { article: Schemas['Article']; statements: Schemas['Statement'][] };
}

test('long statements and texts are cut at a word, and say so', async () => {
  const { article, statements } = await hand('The Guarded');
  const long = statements.find(({ form }) => form === 'direct')!;
  const listed = (await service.api.get('/v1/statements?publication=the guarded').expect(200))
    .body as Schemas['StatementList'];
  const one = (await service.api.get(long.links.self).expect(200)).body as Schemas['Statement'];
  for (const statement of [long, one, listed.items.find(({ id }) => id === long.id)!]) {
    expect(statement).toMatchObject({ excerpted: true, prefix: '', suffix: '' });
    expect(statement.text.length).toBeLessThanOrEqual(LIMIT);
    expect(statement.sentence.exact.length).toBeLessThanOrEqual(LIMIT);
    for (const { start, end, exact } of [...statement.content, statement.sentence]) {
      expect(TEXT.slice(start, end)).toBe(exact);
      expect(TEXT.slice(end)).toMatch(/^\W/);
    }
  }
  const text = await service.api.get(article.links.text).expect(200);
  expect(text.headers['excerpted']).toBe('true');
  expect(text.text.length).toBeLessThanOrEqual(LIMIT);
  expect(TEXT.startsWith(text.text)).toBe(true);
  const json = await service.api.get(article.links.text).set('Accept', 'application/json');
  expect(json.body).toMatchObject({ text: text.text, excerpted: true, length: TEXT.length });
});

test('editors mark in the whole text, on the state that they were shown', async () => {
  const { items } = (
    await service.api.get('/v1/statements?publication=the guarded&form=direct').expect(200)
  ).body as Schemas['StatementList'];
  const path = items[0]!.links.self;
  const { headers } = await service.api.get(path).expect(200);
  const start = TEXT.indexOf('“We');
  const { body } = await service.api
    .patch(path)
    .set('If-Match', headers['etag'] as string)
    .send({ content: [{ start, end: TEXT.indexOf('” she') + 1 }] })
    .expect(200);
  expect(body).toMatchObject({ excerpted: true, review: { state: 'corrected' } });
});

test('checks look at all of the words and show no more than an excerpt', async () => {
  const check = async (quotation: string) => {
    const { body } = await service.api.post('/v1/verify').send({ quotation }).expect(200);
    return (body as Schemas['Verification']).quotations[0]!;
  };
  const said = 'We waited for nine long winters in the cold port of Wenn for this bridge';
  const same = await check(said);
  expect(same).toMatchObject({ verdict: 'verbatim', similarity: 1, diff: [] });
  expect(same.statements[0]!.statement).toMatchObject({ excerpted: true });
  const other = await check(`${said.replace('nine', 'ten')}, and I thank everyone`);
  expect(other).toMatchObject({
    verdict: 'altered',
    diff: [],
    changes: [{ kind: 'number', stored: 'nine', claimed: 'ten' }],
  });
  // What the claim leaves out is not spelled out either.
  const hole = await check('We waited for nine long winters, and I thank everyone who built it');
  const shown = JSON.stringify([
    same.statements,
    other.statements,
    other.changes,
    hole.statements,
    hole.changes,
  ]);
  expect(longestOf(TEXT, shown)).toBeLessThanOrEqual(LIMIT);
  expect(hole.diff).toEqual([]);
});

test('a statement’s history shows no more of either state, and says so', async () => {
  const { items } = (
    await service.api.get('/v1/statements?publication=the guarded&form=direct').expect(200)
  ).body as Schemas['StatementList'];
  const { body } = await service.api.get(`${items[0]!.links.self}/history`).expect(200);
  const change = (body as Schemas['StatementChangeList']).items[0] as Schemas['StatementChange'];
  expect(change.before.excerpted && change.after.excerpted).toBe(true);
  expect(longestOf(TEXT, JSON.stringify(body))).toBeLessThanOrEqual(LIMIT);
});

test('a lineage tells what another paper changed without spelling the words out', async () => {
  const copy = TEXT.replace('nine long winters', 'ten long winters').replace(
    ', and I thank everyone who built it with their own hands',
    '',
  );
  await service.api
    .post('/v1/articles')
    .send({ url: 'https://copy.example/1', publication: 'The Copy', text: copy })
    .expect(201);
  const { items } = (
    await service.api.get('/v1/statements?publication=the guarded&form=direct').expect(200)
  ).body as Schemas['StatementList'];
  const { body } = await service.api.get(`${items[0]!.links.self}/lineage`).expect(200);
  const later = (body as Schemas['Lineage']).occurrences[1]!;
  expect(later).toMatchObject({ diff: [], changes: [{ stored: 'nine', claimed: 'ten' }] });
  expect(later.statement.excerpted).toBe(false);
});

/** The length of the longest run of a text that stands in an answer. */
function longestOf(text: string, answer: string): number {
  let longest = 0;
  for (let start = 0; start < text.length; start++)
    while (answer.includes(text.slice(start, start + longest + 1))) {
      if (start + longest + 1 > text.length) break;
      longest += 1;
    }
  return longest;
}

test('no other publication is touched', async () => {
  const { article, statements } = await hand('The Open');
  expect(statements.map(({ excerpted }) => excerpted)).not.toContain(true);
  const text = await service.api.get(article.links.text).expect(200);
  expect(text.text).toBe(TEXT);
  expect(text.headers['excerpted']).toBeUndefined();
});

test('an excerpt is a beginning, never longer than it may be, and no character is halved', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 1, max: 60 }),
      (text, limit) => {
        const excerpt = excerptOf(text, limit);
        expect(text.startsWith(excerpt)).toBe(true);
        expect(excerpt.length).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(excerpt).not.toMatch(/\p{Surrogate}/u);
        if (text.length <= limit) expect(excerpt).toBe(text);
      },
    ),
  );
});
