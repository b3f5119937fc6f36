// Authority files: what an import adds and changes, and how linking uses it.

import type { AuthorityEntry } from '../../src/storage';
import type { Named } from './articleFixtures';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
let count = 0;

const entry = (name: string, some: Partial<AuthorityEntry> = {}): AuthorityEntry => {
  return { name, type: 'person', aliases: [], roles: [], sameAs: [], ...some };
};

async function quote(name: string, named: Named = {}) {
  count += 1;
  const said = { by: name, content: `thing ${count}` };
  const draft = { url: `https://example.org/authority-${count}` };
  const { article } = await save(
    db.store,
    piece(`${name} said thing ${count}.`, [said], { draft, speakers: { [name]: named } }),
  );
  const first = { limit: 50, cursor: null };
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', first);
  const id = items[0]?.speakers[0]?.id ?? '';
  const articles = await db.store.speakers.articles(id, first);
  const evidence = articles.items.find(({ articleId }) => articleId === article.id)?.evidence ?? [];
  return { id, evidence, kinds: evidence.map(({ kind }) => kind) };
}

test('importing again adds nothing, and changes what differs', async () => {
  const entries = [
    entry('Ada Byron', { sameAs: ['http://a.example/1'], aliases: ['Ada Lovell'] }),
    entry('Bo Li', { roles: ['mayor'] }),
    entry('Bo Li', { roles: ['a swimmer'] }),
  ];
  expect(await db.store.authority.importEntries(entries)).toEqual({
    added: 3,
    changed: 0,
    unchanged: 0,
  });
  expect(await db.store.authority.importEntries(entries)).toEqual({
    added: 0,
    changed: 0,
    unchanged: 3,
  });
  const renamed = entry('Ada King', { sameAs: ['http://a.example/1'] });
  expect(await db.store.authority.importEntries([renamed])).toEqual({
    added: 0,
    changed: 1,
    unchanged: 0,
  });
  expect(
    await db.query(
      `SELECT key FROM authority_key k JOIN authority_record r ON r.id = k.record_id WHERE r.name = 'Ada King' ORDER BY key`,
    ),
  ).toEqual([{ key: 'person:ada king' }, { key: 'person=adaking' }]);
});

test('a known name brings its URIs and says so; another name of the same entry is the same speaker', async () => {
  await db.store.authority.importEntries([
    entry('Mohammed Salim Omar', {
      aliases: ['Salim Rashid'],
      sameAs: ['http://a.example/omar'],
      roles: ['crown prince'],
    }),
  ]);
  const one = await quote('Mohammed Salim Omar');
  expect(one.evidence).toEqual([
    { kind: 'authority', printed: 'Mohammed Salim Omar', stored: 'http://a.example/omar' },
  ]);
  expect(await db.store.speakers.get(one.id)).toMatchObject({ sameAs: ['http://a.example/omar'] });
  const two = await quote('Salim Rashid');
  expect(two).toMatchObject({ id: one.id, kinds: ['authority'] });
});

test('a speaker that was there before the file gets its entry with the next article; an editor’s URIs stay', async () => {
  const before = await quote('Clara Nagel');
  const edited = await quote('Dora Nagel');
  await db.store.speakers.edit(
    edited.id,
    { sameAs: ['http://a.example/own'] },
    { by: 'desk', note: null },
  );
  await db.store.authority.importEntries([
    entry('Clara Nagel', { sameAs: ['http://a.example/clara'] }),
    entry('Dora Nagel', { sameAs: ['http://a.example/dora'] }),
  ]);
  expect((await quote('Clara Nagel')).id).toBe(before.id);
  expect((await quote('Dora Nagel')).id).toBe(edited.id);
  expect(await db.store.speakers.get(before.id)).toMatchObject({
    sameAs: ['http://a.example/clara'],
  });
  expect(await db.store.speakers.get(edited.id)).toMatchObject({
    sameAs: ['http://a.example/own'],
  });
  expect((await quote('Clara Nagel')).kinds).toEqual(['name', 'authority']);
});

test('of two entries of one name the role tells; without one, none is taken', async () => {
  await db.store.authority.importEntries([
    entry('Han Zhen', { roles: ['Vice President of Serrane'], sameAs: ['http://a.example/vp'] }),
    entry('Han Zhen', { roles: ['swimmer'], sameAs: ['http://a.example/swim'] }),
  ]);
  const vp = await quote('Han Zhen', { role: 'Vice President' });
  const swimmer = await quote('Han Zhen', { role: 'an Olympic swimmer' });
  expect(vp.id).not.toBe(swimmer.id);
  expect(await db.store.speakers.get(swimmer.id)).toMatchObject({
    sameAs: ['http://a.example/swim'],
  });
  expect((await quote('Han Zhen')).kinds).toEqual(['ambiguous']);
});

test('bodies are known by their acronym, and single words are nobody', async () => {
  await db.store.authority.importEntries([
    entry('Global Grain Board', {
      type: 'organisation',
      aliases: ['GGB'],
      sameAs: ['http://a.example/ggb'],
    }),
    entry('Prinz'),
  ]);
  const long = await quote('Global Grain Board', { type: 'organisation' });
  const short = await quote('GGB', { type: 'organisation' });
  expect(short.id).toBe(long.id);
  expect((await quote('Prinz')).id).not.toBe((await quote('Prinz')).id);
});
