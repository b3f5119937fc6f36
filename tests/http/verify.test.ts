// Is this quotation real? Each verdict with its evidence, through HTTP, and whole drafts through the engine.

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';

type Checked = components['schemas']['CheckedQuotation'];

const service = useService();

const ARTICLES = [
  {
    url: 'https://desk.example/harbour',
    publication: 'The Desk',
    publishedAt: '2024-03-02',
    title: 'Harbour',
    text: [
      '“The harbour will not be sold to anyone in the next 25 years, and the cranes will stay where they are,” Mayor Ana Ruiz told the council on Friday.',
      'Dockers’ leader Tom Okoye said that the union had never been asked about any of the plans.',
      '“We have waited for a decision since the winter, and our patience is running out,” Okoye said.',
      'Lorries have brought fish and timber to the narrow quay behind the church for eighty years.',
    ].join('\n\n'),
  },
  {
    url: 'https://wire.example/harbour',
    publication: 'The Wire',
    publishedAt: '2024-03-01',
    title: 'Harbour stays',
    text: '“The harbour will not be sold to anyone in the next 25 years, and the cranes will stay where they are,” Mayor Ana Ruiz said.',
  },
  {
    url: 'https://desk.example/ferry',
    publication: 'The Desk',
    publishedAt: '2024-04-02',
    title: 'Ferry',
    text: [
      'The talks went on all night.',
      '“The ferry is slower in a way [than in 2012], but who would you trust to steer it through the ice at night?” said David Hall, the architect of the northern timetable and a close adviser of the owners in 2012. “I think the captains and the crews were treated badly for years, and I hope we see an end of that.”',
      '“The owners and the crews were very much engaged and focused on [Captain Lund’s] dismissal and the fines themselves,” Mayor Ana Ruiz said.',
      '“The ferry will not be sold to anyone before the winter,” Mayor Ana Ruiz said. She had come down to the quay to visit a school and spoke with the children of the crews for an hour. “I know each of these children by name,” she said.',
    ].join('\n\n'),
  },
] as const;

beforeAll(async () => {
  for (const article of ARTICLES) await service.api.post('/v1/articles').send(article).expect(201);
});

async function ask(quotation: string, speaker?: string): Promise<Checked> {
  const { body } = await service.api
    .post('/v1/verify')
    .send(speaker === undefined ? { quotation } : { quotation, speaker })
    .expect(200);
  expect(body.quotations).toHaveLength(1);
  return body.quotations[0] as Checked;
}

const CASES: [title: string, quotation: string, speaker: string | undefined, expected: object][] = [
  [
    'the very words',
    'The harbour will not be sold to anyone in the next 25 years',
    undefined,
    { verdict: 'verbatim', speakerCheck: 'not-given', similarity: 1 },
  ],
  [
    'first letter, marks, white space and final punctuation do not count',
    '‘the  harbour will not be sold to anyone in the next 25 years!’',
    'Ana Ruiz',
    { verdict: 'verbatim', speakerCheck: 'same', ignored: [] },
  ],
  [
    'a surname and a title are enough to know the speaker',
    'the cranes will stay where they are',
    'Mayor Ruiz',
    { verdict: 'verbatim', speakerCheck: 'same' },
  ],
  [
    'another comma and other capitals are said',
    'The Harbour will not be sold to anyone, in the next 25 years',
    undefined,
    { verdict: 'verbatim', ignored: ['capitals', 'punctuation'] },
  ],
  [
    'an ellipsis between pieces in order',
    'The harbour will not be sold … and the cranes will stay',
    undefined,
    { verdict: 'verbatim', elided: true },
  ],
  [
    'a bracket in place of a word, and a letter in brackets',
    '[T]he cranes will stay where [the machines] are',
    undefined,
    { verdict: 'verbatim', bracketed: true, elided: false },
  ],
  [
    'only what stands in the marks',
    '“The harbour will not be sold to anyone,” she said, “in the next 25 years.”',
    undefined,
    { verdict: 'verbatim', elided: false },
  ],
  [
    'both halves of a quotation that a long description of its speaker parts',
    'The ferry is slower in a way [than in 2012], but who would you trust to steer it through the ice at night? I think the captains and the crews were treated badly for years, and I hope we see an end of that.',
    'David Hall',
    { verdict: 'verbatim', speakerCheck: 'same', elided: false, bracketed: true },
  ],
  [
    'two quotations of one speaker that a sentence of the report parts, which no statement says as one',
    'The ferry will not be sold to anyone before the winter. I know each of these children by name.',
    undefined,
    { verdict: 'unattributed' },
  ],
  [
    'an ellipsis beside a bracket leaves out as much as any',
    'The owners and the crews … [Captain Lund’s] dismissal and the fines themselves',
    undefined,
    { verdict: 'verbatim', elided: true, bracketed: true },
  ],
  [
    'an ellipsis that hides a "not"',
    'The harbour will … be sold to anyone in the next 25 years',
    undefined,
    { verdict: 'altered', changes: [] },
  ],
  [
    'a changed number',
    'The harbour will not be sold to anyone in the next 15 years',
    undefined,
    {
      verdict: 'altered',
      changes: [{ kind: 'number', changesSense: true, stored: '25', claimed: '15' }],
    },
  ],
  [
    'a lost negation',
    'The harbour will be sold to anyone in the next 25 years',
    undefined,
    {
      verdict: 'altered',
      changes: [{ kind: 'negation', changesSense: true, stored: 'not', claimed: '' }],
      diff: [
        { op: 'same', words: 'The harbour will' },
        { op: 'removed', words: 'not' },
        { op: 'same', words: 'be sold to anyone in the next 25 years' },
      ],
    },
  ],
  [
    'pieces of two statements',
    'The harbour will not be sold to anyone … and our patience is running out',
    undefined,
    { verdict: 'stitched' },
  ],
  [
    'pieces in another order',
    'the cranes will stay where they are … The harbour will not be sold to anyone',
    undefined,
    { verdict: 'stitched' },
  ],
  [
    'the words of somebody else',
    'our patience is running out',
    'Ana Ruiz',
    { verdict: 'misattributed', speakerCheck: 'other' },
  ],
  [
    'somebody the store has never heard of',
    'our patience is running out',
    'Joren Halvik',
    { verdict: 'misattributed', speakerCheck: 'other' },
  ],
  [
    "a reporter's words",
    'the union had never been asked about any of the plans',
    'Tom Okoye',
    { verdict: 'paraphrase-only', speakerCheck: 'same' },
  ],
  [
    'words that nobody is quoted with',
    'fish and timber to the narrow quay behind the church',
    undefined,
    { verdict: 'unattributed', statements: [] },
  ],
  [
    'nothing like it',
    'Reindeer were counted from the air for the first time this spring',
    undefined,
    { verdict: 'not-found', similarity: null, statements: [], passages: [], earliest: null },
  ],
  ['three words', 'cranes will stay', 'Ana Ruiz', { verdict: 'verbatim', speakerCheck: 'same' }],
  ['two words', 'our patience', 'Tom Okoye', { verdict: 'verbatim', speakerCheck: 'same' }],
];

test.each(CASES)('%s', async (_title, quotation, speaker, expected) => {
  expect(await ask(quotation, speaker)).toMatchObject(expected);
});

test('evidence is exact spans of the stored text, with the earliest appearance named', async () => {
  const found = await ask('The harbour will not be sold … and the cranes will stay', 'Ana Ruiz');
  expect(found.statements).toHaveLength(2);
  for (const { statement, matched } of found.statements) {
    const { text } = ARTICLES.find(({ url }) => url === statement.article.url)!;
    expect(matched.map(({ exact }) => exact)).toEqual([
      'The harbour will not be sold',
      'and the cranes will stay',
    ]);
    for (const { start, end, exact } of matched) expect(text.slice(start, end)).toBe(exact);
  }
  const earliest = found.statements.find(({ statement }) => statement.id === found.earliest);
  expect(earliest?.statement.article.publication).toBe('The Wire');
});

test('a passage is shown with its article and its place', async () => {
  const { passages } = await ask('fish and timber to the narrow quay behind the church');
  expect(passages).toMatchObject([
    {
      article: { title: 'Harbour' },
      revision: 1,
      passage: { exact: 'fish and timber to the narrow quay behind the church' },
      quoted: false,
    },
  ]);
});

test('a speaker by id', async () => {
  const { body } = await service.api.get('/v1/speakers?q=okoye').expect(200);
  const { id } = body.items[0];
  expect(await ask('our patience is running out', id)).toMatchObject({
    verdict: 'verbatim',
    speakerCheck: 'same',
    credited: [{ name: 'Tom Okoye', ids: [id] }],
  });
  await service.api
    .post('/v1/verify')
    .send({ quotation: 'our patience', speaker: '019ab3f2-6a10-7c55-9a3e-6f2f4c1d7e10' })
    .expect(422);
});

const DRAFT = [
  '“The harbour will not be sold to anyone in the next 15 years,” Mayor Ana Ruiz told reporters on Monday.',
  '“Our patience is running out,” said Ruiz.',
  'Tom Okoye called it “a disgrace for every family of this town”.',
].join('\n\n');

test('a draft: each quotation with its place, whom the draft credits, and its verdict', async () => {
  const { body } = await service.api.post('/v1/verify').send({ text: DRAFT }).expect(200);
  expect(body.articlesSearched).toBe(ARTICLES.length);
  expect(body.engine.name).toMatch(/^verbatim-/);
  expect(body.quotations).toMatchObject([
    { verdict: 'altered', speakerCheck: 'same', credited: [{ name: 'Ana Ruiz' }] },
    { verdict: 'misattributed', credited: [{ name: 'Ana Ruiz' }] },
    { verdict: 'not-found', credited: [{ name: 'Tom Okoye' }] },
  ]);
  for (const { spans } of body.quotations as Checked[]) {
    expect(spans.length).toBeGreaterThan(0);
    for (const { start, end, exact } of spans) expect(DRAFT.slice(start, end)).toBe(exact);
  }
});

test('the same draft gives the same answer', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map(() => service.api.post('/v1/verify').send({ text: DRAFT }).expect(200)),
  );
  expect(answers[1]?.text).toBe(answers[0]?.text);
  expect(answers[2]?.text).toBe(answers[0]?.text);
});

test('the words of a namesake are not the words of the one who is credited', async () => {
  const text =
    'Thomas Brandt, who leads the council, opened the hearing.\n\n“The old bridge will have to close before the winter comes,” Brandt said.';
  await service.api.post('/v1/articles').send({ url: 'https://desk.example/bridge', text });
  const quotation = 'The old bridge will have to close before the winter comes';
  for (const same of ['Thomas Brandt', 'Brandt']) {
    expect(await ask(quotation, same)).toMatchObject({ verdict: 'verbatim', speakerCheck: 'same' });
  }
  expect(await ask(quotation, 'Ida Brandt')).toMatchObject({ verdict: 'misattributed' });
  const draft = `Ida Brandt, the mayor, opened the hearing.\n\n“${quotation},” Brandt said.`;
  const { body } = await service.api.post('/v1/verify').send({ text: draft }).expect(200);
  expect(body.quotations).toMatchObject([
    { verdict: 'misattributed', credited: [{ name: 'Ida Brandt' }] },
  ]);
});

test('a deleted article is no evidence any more, nor is a corrected text', async () => {
  const url = 'https://desk.example/ferry';
  const text = '“The ferry will run every hour from the first day of May,” Captain Lena Moss said.';
  const quotation = 'The ferry will run every hour from the first day of May';
  const { body } = await service.api.post('/v1/articles').send({ url, text }).expect(201);
  expect(await ask(quotation)).toMatchObject({ verdict: 'verbatim' });
  await service.api
    .post('/v1/articles')
    .send({ url, text: text.replace('hour', 'morning') })
    .expect(201);
  expect(await ask(quotation)).toMatchObject({ verdict: 'altered' });
  await service.api.delete(body.article.links.self).expect(204);
  expect(await ask(quotation)).toMatchObject({ verdict: 'not-found' });
});

test.each([
  ['neither', {}, ['']],
  ['both', { quotation: 'a', text: 'b' }, ['']],
  ['a speaker for a draft', { text: 'It is late.', speaker: 'Ana Ruiz' }, ['/speaker']],
  ['no words', { quotation: '“… !”' }, ['/quotation']],
  ['too long', { quotation: 'a '.repeat(2501) }, ['/quotation']],
  ['too long a draft', { text: 'a '.repeat(32_001) }, ['/text']],
  ['an unknown field', { quotation: 'a', publication: 'b' }, ['/publication']],
])('refuses %s', async (_title, body, pointers) => {
  const { body: problem } = await service.api.post('/v1/verify').send(body).expect(422);
  expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

test('takes JSON only', async () => {
  await service.api.post('/v1/verify').type('text/plain').send('It is late.').expect(415);
  await service.api.post('/v1/verify?speaker=x').send({ quotation: 'a' }).expect(400);
});
