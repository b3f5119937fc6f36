// Where `q` stands: highlights are spans of the article, whatever stands before them and however the words are folded.

import type { StatementFilter } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const TEXT =
  '👍👍 The mayor, Zoë Ørsted, said “the naïve well-known Straße façade — ½ of it 👍 — will not be rebuilt, will it”, and she added ' +
  'that repairs, “however small”, will follow. It will not rain.';
const CONTENT = '“the naïve well-known Straße façade — ½ of it 👍 — will not be rebuilt, will it”';

beforeAll(async () => {
  await save(
    db.store,
    piece(
      TEXT,
      [
        { content: CONTENT, by: 'Zoë Ørsted', cue: 'said', form: 'direct' },
        { content: ['repairs,', 'will follow'], cue: 'added' },
      ],
      { draft: { url: 'https://example.org/1', title: 'Will 👍 the façade be rebuilt?' } },
    ),
  );
});

async function found(filter: StatementFilter) {
  const page = await db.store.statements.list(filter, 'date', { limit: 10, cursor: null });
  return (page.highlights ?? []).map((all, i) =>
    all.map(({ place, start, end, exact }) => {
      const text = place === 'title' ? (page.items[i]?.article.title ?? '') : TEXT;
      expect(text.slice(start, end)).toBe(exact);
      return `${place}: ${exact}`;
    }),
  );
}

test.each<[string, StatementFilter, string[][]]>([
  [
    'a word, wherever it stands',
    { q: 'will' },
    [['content: will', 'content: will'], ['content: will']],
  ],
  ['by its stem', { q: 'repaired' }, [['content: repairs']]],
  ['without accents', { q: 'FACADE rebuilt' }, [['content: façade', 'content: rebuilt']]],
  ['a letter that folds to two', { q: 'strasse' }, [['content: Straße']]],
  ['after a sign that folds to three', { q: '"not be"' }, [['content: not be']]],
  [
    'a phrase as a whole, and not its words elsewhere',
    { q: '"will not"' },
    [['content: will not']],
  ],
  ['a phrase around a dash', { q: '"facade 1/2"' }, [['content: façade — ½']]],
  ['a hyphenated word once', { q: 'well-known' }, [['content: well-known']]],
  ['a part of it', { q: 'known' }, [['content: known']]],
  ['beginnings of words', { q: 'fac* reb*' }, [['content: façade', 'content: rebuilt']]],
  ['either', { q: 'follow OR naive' }, [['content: naïve'], ['content: follow']]],
  ['not what is excluded', { q: 'will -follow' }, [['content: will', 'content: will']]],
  [
    'a phrase over two spans in two pieces',
    { q: '"repairs will follow"' },
    [['content: repairs,', 'content: will follow']],
  ],
  [
    'the speaker, in the sentence',
    { q: 'orsted', searchIn: ['sentence'] },
    [['sentence: Ørsted'], ['sentence: Ørsted']],
  ],
  [
    'words of several places, the content first and not again',
    { q: 'facade mayor', searchIn: ['content', 'sentence', 'title'] },
    [
      ['content: façade', 'sentence: mayor', 'title: façade'],
      ['sentence: mayor', 'sentence: façade', 'title: façade'],
    ],
  ],
  [
    'after an emoji in the title',
    { q: 'rebuilt', searchIn: ['title'] },
    [['title: rebuilt'], ['title: rebuilt']],
  ],
])('%s', async (_title, filter, expected) => {
  expect(await found(filter)).toEqual(expected);
});

test('a phrase does not run from the content into the sentence', async () => {
  expect(await found({ q: '"it the"', searchIn: ['content', 'sentence'] })).toEqual([]);
});

test('a list without q has none', async () => {
  const page = await db.store.statements.list({}, 'date', { limit: 10, cursor: null });
  expect(page).not.toHaveProperty('highlights');
});
