// Where nothing is found: why, and what would find something.

import type { StatementFilter } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

beforeAll(async () => {
  await save(
    db.store,
    piece(
      'The military bridge will not be rebuilt, Oluwaseun Adébáyò said. A ferry will serve the island, he added.',
      [
        {
          content: 'The military bridge will not be rebuilt',
          by: 'Oluwaseun Adébáyò',
          cue: 'said',
        },
        { content: 'A ferry will serve the island', by: 'Oluwaseun Adébáyò', cue: 'added' },
      ],
      {
        draft: {
          url: 'https://example.org/1',
          title: 'Islanders protest',
          publication: 'The Desk',
        },
      },
    ),
  );
});

test.each<[string, StatementFilter, [string, string | null, object][]]>([
  ['only signs', { q: '"-" & *' }, [['no-words', null, {}]]],
  ['a misspelled word', { q: 'brigde' }, [['similar-word', 'brigde', { q: 'bridge' }]]],
  [
    'a misspelled word among others, as a person would write it',
    { q: 'militery -ferry' },
    [['similar-word', 'militery', { q: 'military -ferry' }]],
  ],
  ['a word like none', { q: 'zzyzx' }, [['unknown-word', 'zzyzx', {}]]],
  [
    'words that stand in different statements',
    { q: 'bridge ferry' },
    [
      ['not-together', null, { q: 'bridge OR ferry' }],
      ['elsewhere', null, { searchIn: ['content', 'sentence', 'title'] }],
    ],
  ],
  [
    'words of a phrase in another order',
    { q: '"bridge military"' },
    [['not-together', null, { q: 'bridge military' }]],
  ],
  [
    'words that another filter keeps out',
    { q: 'ferry', publication: 'The Wire' },
    [['filtered-out', 'publication', { drop: 'publication' }]],
  ],
  [
    'two filters, neither of which is to blame alone',
    { q: 'ferry', publication: 'The Wire', review: 'rejected' },
    [['filtered-out', null, { onlyWords: true }]],
  ],
  [
    'a filter alone',
    { publication: 'The Desk', hedged: true },
    [['filtered-out', 'hedged', { drop: 'hedged' }]],
  ],
  [
    'two misspelled words, mended together',
    { q: 'militry bridgee -ferry' },
    [
      ['similar-word', 'militry', { q: 'military bridge -ferry' }],
      ['similar-word', 'bridgee', { q: 'military bridge -ferry' }],
    ],
  ],
  [
    'a misspelled word that a filter keeps out as well',
    { q: 'brigde', publication: 'The Wire' },
    [['similar-word', 'brigde', { q: 'bridge', onlyWords: true }]],
  ],
  [
    'a short word that is another with one letter changed',
    { q: 'well' },
    [['unknown-word', 'well', {}]],
  ],
  [
    'a word of the headline',
    { q: 'protest' },
    [
      ['unknown-word', 'protest', {}],
      ['elsewhere', null, { searchIn: ['content', 'sentence', 'title'] }],
    ],
  ],
  [
    'the name of a speaker',
    { q: 'oluwaseun adebayo', searchIn: ['content'] },
    [
      ['unknown-word', 'oluwaseun', {}],
      ['unknown-word', 'adebayo', {}],
      ['elsewhere', null, { searchIn: ['content', 'sentence', 'title'] }],
      ['speaker-name', 'oluwaseun adebayo', { q: null, speaker: 'oluwaseun adebayo' }],
    ],
  ],
  [
    'a misspelled name',
    { speakerIds: [], speakerName: 'Oluwaseun Adebajo' },
    [['similar-speaker', 'Oluwaseun Adebajo', { speaker: 'Oluwaseun Adébáyò' }]],
  ],
  ['a name like none', { speakerIds: [], speakerName: 'Zzyzx' }, []],
])('%s', async (_title, filter, expected) => {
  const advice = await db.store.statements.advise(filter);
  expect(advice.map(({ reason, word, change }) => [reason, word, change])).toEqual(expected);
});
