// Who is joined across articles and on what evidence: tables of the names and roles that news prints.

import type { Named } from './articleFixtures';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
let count = 0;

interface Quoted extends Named {
  readonly name: string;
  readonly publication?: string;
  readonly url?: string;
}

/** Stores an article that quotes one speaker; gives whom it was taken for, and why. */
async function quote({ name, publication, url, ...named }: Quoted) {
  count += 1;
  const { article } = await save(
    db.store,
    piece(`${name} said thing ${count}.`, [{ content: `thing ${count}`, by: name }], {
      draft: {
        url: url ?? `https://example.org/link-${count}`,
        publishedAt: new Date('2026-01-01'),
        publication: publication ?? `Paper ${count}`,
      },
      speakers: { [name]: named },
    }),
  );
  const page = await db.store.statements.list({ articleId: article.id }, 'position', {
    limit: 1,
    cursor: null,
  });
  const id = page.items[0]?.speakers[0]?.id ?? '';
  const articles = await collect((cursor) => db.store.speakers.articles(id, { limit: 50, cursor }));
  const own = articles.find(({ articleId }) => articleId === article.id);
  return { id, evidence: own?.evidence ?? [], kinds: own?.evidence.map(({ kind }) => kind) ?? [] };
}

test.each<[string, Quoted, Quoted, string[] | null]>([
  ['the same full name', { name: 'Amar Bose' }, { name: 'Amar Bose' }, ['name']],
  ['accents and case', { name: 'Zoë Krüger' }, { name: 'ZOE KRUGER' }, ['name']],
  ['a hyphen', { name: 'Jean-Luc Morel' }, { name: 'Jean Luc Morel' }, ['name']],
  ['a hyphen within a given name', { name: 'Ban Ki-moon' }, { name: 'Ban Kimoon' }, ['name']],
  ['a middle initial', { name: 'Donald J. Tremp' }, { name: 'Donald Tremp' }, ['name']],
  [
    'an initial for a middle name',
    { name: 'John F. Kendry' },
    { name: 'John Fitzgerald Kendry' },
    ['name'],
  ],
  ['initials for a given name', { name: 'J. K. Rawlins' }, { name: 'J.K. Rawlins' }, ['name']],
  ['a title', { name: 'Sen. Berna Sandoval' }, { name: 'Berna Sandoval' }, ['name']],
  ['letters behind the name', { name: 'Alan Reeve MP' }, { name: 'Alan Reeve' }, ['name']],
  [
    'roles that agree',
    { name: 'Ivo Lang', role: 'Finance Minister' },
    { name: 'Ivo Lang', role: 'the finance minister' },
    ['name', 'role'],
  ],
  [
    'one publication',
    { name: 'Ada Prince', publication: 'Herald' },
    { name: 'Ada Prince', publication: 'Herald' },
    ['name', 'publication'],
  ],
  [
    'a career',
    { name: 'Eva Stern', role: 'senator' },
    { name: 'Eva Stern', role: 'Democratic nominee' },
    ['name'],
  ],
  [
    'from business into politics',
    { name: 'Max Gold', role: 'billionaire' },
    { name: 'Max Gold', role: 'presidential candidate' },
    ['name'],
  ],
  [
    'what someone was',
    { name: 'Seb Cole', role: 'former runner' },
    { name: 'Seb Cole', role: 'MP' },
    ['name'],
  ],
  [
    'a short given name, with a role',
    { name: 'Michael Ponce', role: 'governor of Indiana' },
    { name: 'Mike Ponce', role: 'Indiana governor' },
    ['name', 'role'],
  ],
  ['a short given name alone', { name: 'William Hart' }, { name: 'Bill Hart' }, null],
  ['a middle name alone', { name: 'Mary Ann Shaw' }, { name: 'Mary Shaw' }, null],
  [
    'a middle name whose short form is printed too',
    { name: 'Hillary Rodham Clenton', aliases: ['Hillary Clenton'] },
    { name: 'Hillary Clenton' },
    ['name'],
  ],
  ['husband and wife', { name: 'Hillary Clanton' }, { name: 'Bill Clanton' }, null],
  ['father and son', { name: 'Donald Tramp' }, { name: 'Donald Tramp Jr.' }, null],
  ['another middle initial', { name: 'George W. Bosh' }, { name: 'George H. W. Bosh' }, null],
  [
    'a plumber and a minister',
    { name: 'John Smythe', role: 'a plumber' },
    { name: 'John Smythe', role: 'the finance minister' },
    null,
  ],
  [
    'a vice president and a swimmer',
    { name: 'Han Zhong', role: 'Vice President' },
    { name: 'Han Zhong', role: 'a swimmer' },
    null,
  ],
  [
    'a vice president and a professor',
    { name: 'Han Zhung', role: 'Chinese Vice President' },
    { name: 'Han Zhung', role: 'professor of law' },
    null,
  ],
  [
    'ministers of two countries',
    { name: 'Ali Omar', role: 'Kenyan foreign minister' },
    { name: 'Ali Omar', role: 'Somali foreign minister' },
    null,
  ],
  ['a surname', { name: 'Smith' }, { name: 'Smith' }, null],
  ['a form of address and a surname', { name: 'Mr Smith' }, { name: 'Mr. Smith' }, null],
  ['an office and a surname', { name: 'President Obeme' }, { name: 'President Obeme' }, null],
  ['an initial and a surname', { name: 'J. Smith' }, { name: 'J. Smith' }, null],
  ['one name', { name: 'Madoona' }, { name: 'Madoona' }, null],
  [
    'an unnamed source',
    { name: 'a senior official', type: 'unnamed' },
    { name: 'a senior official', type: 'unnamed' },
    null,
  ],
  [
    'a group',
    { name: 'Local Residents', type: 'group' },
    { name: 'Local Residents', type: 'group' },
    null,
  ],
  [
    'an organisation with its legal form',
    { name: 'Pan Global Inc.', type: 'organisation' },
    { name: 'Pan Global', type: 'organisation' },
    ['name'],
  ],
  [
    'an acronym that the article introduced',
    { name: 'Global Health Office', aliases: ['GHO'], type: 'organisation' },
    { name: 'GHO', type: 'organisation' },
    ['acronym'],
  ],
  [
    'any other short form',
    { name: 'New Lork Times', aliases: ['Times'], type: 'organisation' },
    { name: 'The Times', type: 'organisation' },
    null,
  ],
  [
    'a body that every country has',
    { name: 'Supreme Court', type: 'organisation' },
    { name: 'the Supreme Court', type: 'organisation' },
    null,
  ],
  [
    'the same in one publication',
    { name: 'High Court', type: 'organisation', publication: 'Herald' },
    { name: 'the High Court', type: 'organisation', publication: 'Herald' },
    ['name', 'publication'],
  ],
  [
    'a newspaper, once an organisation and once a document',
    { name: 'Daily Comet', type: 'organisation' },
    { name: 'The Daily Comet', type: 'document' },
    ['name'],
  ],
  [
    'a document that every article has',
    { name: 'The Report', type: 'document' },
    { name: 'The report', type: 'document' },
    null,
  ],
  [
    'an organisation that is only described',
    { name: 'the company', type: 'organisation' },
    { name: 'the company', type: 'organisation' },
    null,
  ],
])('%s', async (_title, first, second, expected) => {
  for (const [a, b] of [
    [first, second],
    [second, first],
  ] as const) {
    const one = await quote(a);
    const two = await quote(b);
    const clean = await db.query<{ id: string }>('SELECT id FROM article WHERE deleted_at IS NULL');
    if (expected === null) expect(two.id).not.toBe(one.id);
    else {
      expect(two.id).toBe(one.id);
      expect(
        two.kinds.map((kind) => (kind === 'name' && expected[0] === 'acronym' ? 'acronym' : kind)),
      ).toEqual(expected);
    }
    for (const { id } of clean) await db.store.articles.remove(id);
  }
});

test('evidence says what was printed and what was known', async () => {
  await quote({ name: 'Lena Varda', role: 'Prime Minister' });
  const { evidence } = await quote({
    name: 'Lena M. Varda',
    role: 'the prime minister of Serrane',
  });
  expect(evidence).toEqual([
    { kind: 'name', printed: 'Lena M. Varda', stored: 'Lena Varda' },
    { kind: 'role', printed: 'the prime minister of Serrane', stored: 'Prime Minister' },
  ]);
  const apart = await quote({ name: 'Lena Varda', role: 'a farmer' });
  expect(apart.evidence).toEqual([
    {
      kind: 'apart',
      printed: 'a farmer',
      stored: expect.stringMatching(/prime minister/i) as string,
    },
  ]);
});

test('of two namesakes the article means the one whose role or publication agrees, and neither where nothing tells', async () => {
  const minister = await quote({
    name: 'Jon Moss',
    role: 'finance minister',
    publication: 'Capital',
  });
  const plumber = await quote({ name: 'Jon Moss', role: 'a plumber', publication: 'Village' });
  expect((await quote({ name: 'Jon Moss', role: 'the minister' })).id).toBe(minister.id);
  expect((await quote({ name: 'Jon Moss', publication: 'Village' })).id).toBe(plumber.id);
  const neither = await quote({ name: 'Jon Moss', publication: 'Elsewhere' });
  expect([minister.id, plumber.id]).not.toContain(neither.id);
  expect(neither.kinds).toEqual(['ambiguous']);
});

test('a name that nearly all articles use for one person means that one', async () => {
  const known = await quote({ name: 'Dora Wells', role: 'governor' });
  for (let i = 0; i < 11; i += 1) await quote({ name: 'Dora Wells' });
  const other = await quote({ name: 'Dora Wells', role: 'a pupil' });
  expect(other.id).not.toBe(known.id);
  const bare = await quote({ name: 'Dora Wells' });
  expect(bare).toMatchObject({ id: known.id, kinds: ['name', 'prevalence'] });
});

test('speakers and their names are the same whatever comes first', async () => {
  const articles: Quoted[] = [
    { name: 'Rita J. Oldham', role: 'mayor' },
    { name: 'Rita Oldham', role: 'the mayor of Lowmere' },
    { name: 'RITA OLDHAM' },
    { name: 'Mayor Rita Oldham' },
    { name: 'Rita Oldham Jr.' },
  ];
  const seen = new Set<string>();
  for (const order of [
    articles,
    [...articles].reverse(),
    [2, 4, 0, 3, 1].map((i) => articles[i] as Quoted),
  ]) {
    const ids: string[] = [];
    for (const one of order) ids.push((await quote(one)).id);
    const groups = order
      .map(
        ({ name }, i) =>
          `${name} = ${order[ids.indexOf(ids[i] ?? '')]?.name === name ? '' : ''}${ids.filter((id) => id === ids[i]).length}`,
      )
      .sort();
    const { items } = await db.store.speakers.list({ q: 'oldham' }, { limit: 10, cursor: null });
    seen.add(JSON.stringify([groups, items.map(({ name, roles }) => [name, roles])]));
    for (const { id } of await db.query<{ id: string }>(
      'SELECT id FROM article WHERE deleted_at IS NULL',
    ))
      await db.store.articles.remove(id);
  }
  expect([...seen]).toHaveLength(1);
});

test('a correction keeps its speakers, also those of one word', async () => {
  const url = 'https://example.org/corrected';
  for (const name of ['Ola Nord', 'Nord', 'a neighbour']) {
    const type = name === 'a neighbour' ? 'unnamed' : 'person';
    const first = await quote({ name, type, url: `${url}/${name}` });
    const second = await quote({ name, type, url: `${url}/${name}`, role: 'a plumber' });
    expect(second.id).toBe(first.id);
    expect(second.kinds).toContain('revision');
  }
});

test('many articles at once make one speaker of each person, and nobody waits in a circle', async () => {
  const forms = [
    'Ulla K. Berg',
    'Ulla Berg',
    'Dr Ulla Berg',
    'ULLA BERG',
    'Gro Sund',
    'Gro A. Sund',
  ];
  const ids = await Promise.all(
    Array.from({ length: 36 }, async (_, i) => {
      const names = [...forms.slice(i % 6), ...forms.slice(0, i % 6)];
      const text = names.map((name) => `${name} agreed.`).join(' ');
      const said = names.map((by) => ({ content: 'agreed', by }));
      const { article } = await save(
        db.store,
        piece(text, said, { draft: { url: `https://example.org/at-once-${i}` } }),
      );
      return article.id;
    }),
  );
  expect(new Set(ids).size).toBe(36);
  for (const [q, statements] of [
    ['berg', 144],
    ['sund', 72],
  ] as const) {
    const { items } = await db.store.speakers.list({ q }, { limit: 10, cursor: null });
    expect(items.map(({ articleCount }) => articleCount)).toEqual([36]);
    expect(statements).toBeGreaterThan(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(
    await db.query(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    ),
  ).toEqual([{ deadlocks: 0 }]);
});
