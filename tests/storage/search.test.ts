// What `q` finds: words and phrases of the content, and parts of names, whatever their accents, case and marks.

import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const SAYINGS = [
  'I am not a crook',
  'I am a crook, he joked',
  'the café on the Élysée square closes',
  '“We will rebuild—and soon,”',
  'don’t touch the well-known naïve façade',
  'the ministers were rebuilding schools',
];

beforeAll(async () => {
  for (const [i, saying] of SAYINGS.entries()) {
    await save(
      db.store,
      piece(`Someone said ${saying}.`, [{ content: saying }], {
        draft: { url: `https://example.org/${i}` },
      }),
    );
  }
});

test.each([
  ['a word', 'crook', [0, 1]],
  ['a phrase with its small words', '"am not a crook"', [0]],
  ['a phrase in curly marks', '“am not a crook”', [0]],
  ['words without', 'crook -not', [1]],
  ['either', 'café or schools', [2, 5]],
  ['accents left out', 'cafe elysee', [2]],
  ['accents put in', 'crôok', [0, 1]],
  ['capitals', 'CAFÉ', [2]],
  ['another form of the word', 'rebuilds', [3, 5]],
  ['a word beside a quotation mark', 'we', [3]],
  ['words around a dash', '"rebuild and"', [3]],
  ['a straight apostrophe for a curly one', "don't touch", [4]],
  ['a hyphenated word', 'well-known', [4]],
  ['words of which one is missing', 'crook cafe', []],
  ['operators of SQL', "crook'; DROP TABLE statement; --", []],
  ['broken operators', '& | ! ( ) : * <-> crook', [0, 1]],
])('%s', async (_title, q, expected) => {
  const found = await collect((cursor) =>
    db.store.statements.list({ q }, 'date', { limit: 2, cursor }),
  );
  expect(found.map(({ content }) => content[0]?.exact)).toEqual(expected.map((i) => SAYINGS[i]));
});
