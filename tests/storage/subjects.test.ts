// What contents name, as stored: joined across articles where that is safe, one with the speaker that it is, counted, erased.

import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const page = { limit: 100, cursor: null };

const summit = (url: string) =>
  piece(
    'Joren Halvik said Daria Momtsel would come to Port Hallam. Daria Momtsel said it was late.',
    [
      {
        content: 'Daria Momtsel would come to Port Hallam',
        by: 'Joren Halvik',
        naming: ['Daria Momtsel', 'Port Hallam'],
      },
      { content: 'it was late', by: 'Daria Momtsel' },
    ],
    {
      draft: { url },
      subjects: {
        'Daria Momtsel': { type: 'person', speaker: 'Daria Momtsel', aliases: ['Momtsel'] },
      },
    },
  );

const passing = (url: string, name = 'Daria Momtsel') =>
  piece(
    `Pavel Orsik said ${name} was right.`,
    [{ content: `${name} was right`, by: 'Pavel Orsik', cue: 'said', naming: [name] }],
    { draft: { url }, subjects: { [name]: { type: 'person' } } },
  );

test('a subject that is a speaker of its article leads to that speaker, also from an article where it only is named', async () => {
  await save(db.store, summit('https://example.org/summit'));
  await save(db.store, passing('https://example.org/passing'));
  const [speaker] = await db.store.speakers.called('Daria Momtsel');
  const [subject, ...others] = await db.store.subjects.meant('daria momtsel');
  expect(others).toEqual([]);
  expect(subject).toMatchObject({
    type: 'person',
    speakerId: speaker?.id,
    statementCount: 2,
    articleCount: 2,
    aliases: ['Momtsel'],
  });
  expect(await db.store.subjects.meant(speaker?.id ?? '')).toEqual([subject]);
  const { items } = await db.store.statements.list(
    { subjectIds: [subject?.id ?? ''] },
    '-date',
    page,
  );
  expect(items.map(({ subjects }) => subjects[0])).toEqual(
    ['Daria Momtsel', 'Daria Momtsel'].map((exact) => ({
      id: subject?.id,
      name: 'Daria Momtsel',
      type: 'person',
      spans: [{ start: expect.any(Number), end: expect.any(Number), exact }],
      speakerId: speaker?.id,
    })),
  );
});

test('a bare surname is joined to nobody of another article', async () => {
  await save(db.store, passing('https://example.org/one', 'Varga'));
  await save(db.store, passing('https://example.org/two', 'Varga'));
  expect(await db.store.subjects.meant('Varga')).toHaveLength(2);
});

test('a place and a person of one name are two', async () => {
  await save(
    db.store,
    piece(
      'Ann Lee said Florence Hill was steep.',
      [{ content: 'Florence Hill was steep', by: 'Ann Lee', naming: ['Florence Hill'] }],
      { draft: { url: 'https://example.org/hill' } },
    ),
  );
  await save(db.store, passing('https://example.org/miss', 'Florence Hill'));
  const types = (await db.store.subjects.meant('Florence Hill')).map(({ type }) => type);
  expect(types.sort()).toEqual(['person', 'place']);
});

test('is found by part of a name and by type, and is gone with the last article that names it', async () => {
  const { article } = await save(
    db.store,
    piece(
      'Ann Lee said the Sluice Act was old.',
      [{ content: 'the Sluice Act was old', by: 'Ann Lee', naming: ['Sluice Act'] }],
      {
        draft: { url: 'https://example.org/act' },
        subjects: { 'Sluice Act': { type: 'law' } },
      },
    ),
  );
  const laws = { q: 'sluic', type: 'law' } as const;
  const { items } = await db.store.subjects.list(laws, page);
  expect(items).toMatchObject([{ name: 'Sluice Act', type: 'law', speakerId: null }]);
  expect(await db.store.subjects.count(laws)).toBe(1);
  expect(await db.store.subjects.list({ q: 'sluic', type: 'work' }, page)).toMatchObject({
    items: [],
  });
  await db.store.articles.remove(article.id);
  expect(await db.store.subjects.meant('Sluice Act')).toEqual([]);
  await expect(db.store.subjects.get(items[0]?.id ?? '')).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('those who may be meant stand with the statement and are no speakers', async () => {
  const { article } = await save(
    db.store,
    piece(
      'Senator Ann Roe met Senator Bob Vale. The senator said it was late.',
      [{ content: 'it was late', source: 'The senator', perhaps: ['Ann Roe', 'Bob Vale'] }],
      { draft: { url: 'https://example.org/senators' } },
    ),
  );
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', page);
  expect(items[0]).toMatchObject({
    speakers: [],
    candidates: [
      { name: 'Ann Roe', resolvedBy: 'role', confidence: 0.4, mentions: [{ exact: 'Ann Roe' }] },
      { name: 'Bob Vale' },
    ],
  });
  expect(await db.store.speakers.called('Ann Roe')).toEqual([]);
});
