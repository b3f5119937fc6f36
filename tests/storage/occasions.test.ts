// Which articles report the same occasion: by their words, else by day and topic.

import type { Printed } from '../../src/storage/reading/occasions';
import { groupByOccasion } from '../../src/storage/reading/occasions';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const HOUR = 3_600_000;

/** A statement by its article ("Herald 1" is of the Herald), hours after a Monday's midnight, and words. */
function printed(article: string, hours: number, words: string, topics = ['t']): Printed {
  return {
    id: `${article}: ${words}`,
    articleId: article,
    publicationKey: article.split(' ')[0] ?? '',
    date: new Date(Date.UTC(2026, 4, 4) + hours * HOUR),
    words: new Set(words.split(' ')),
    topicIds: topics,
  };
}

const SAID = 'we came for a railway not for credit';
const SHORTER = 'came for railway not credit';

test.each<[string, Printed[], [string, string[]][]]>([
  [
    'the same words two days apart',
    [printed('Herald 1', 0, SAID), printed('Wire 1', 48, SHORTER, ['other'])],
    [['words', ['Herald 1', 'Wire 1']]],
  ],
  [
    'the same words four days apart: said again, or printed again',
    [printed('Herald 1', 0, SAID), printed('Wire 1', 96, SAID)],
    [
      ['article', ['Wire 1']],
      ['article', ['Herald 1']],
    ],
  ],
  [
    'one day and one topic',
    [printed('Herald 1', 1, 'the treaty is signed'), printed('Wire 1', 23, 'tea was served')],
    [['day', ['Herald 1', 'Wire 1']]],
  ],
  [
    'one day, two topics',
    [
      printed('Herald 1', 1, 'the treaty is signed', ['a']),
      printed('Wire 1', 2, 'my team won', ['b']),
    ],
    [
      ['article', ['Wire 1']],
      ['article', ['Herald 1']],
    ],
  ],
  [
    'a few words that anybody says',
    [printed('Herald 1', 23, 'i am veri proud'), printed('Wire 1', 25, 'i am veri proud')],
    [
      ['article', ['Wire 1']],
      ['article', ['Herald 1']],
    ],
  ],
  [
    'through a third article',
    [
      printed('Herald 1', 23, 'rail links open borders and markets'),
      printed('Wire 1', 25, 'rail links open borders and markets'),
      printed('Wire 1', 25, 'a cedar was planted in the garden today'),
      printed('Post 1', 49, 'a cedar was planted in the garden'),
    ],
    [['words', ['Herald 1', 'Wire 1', 'Post 1']]],
  ],
])('%s', (_title, statements, expected) => {
  const groups = groupByOccasion(statements).map(({ heldBy, statementIds }) => [
    heldBy,
    [...new Set(statementIds.map((id) => id.split(':')[0]))],
  ]);
  expect(groups).toEqual(expected);
});

test('alike are statements of different publications; what one alone printed stands in no such group', () => {
  const [group] = groupByOccasion([
    printed('Herald 1', 0, SAID),
    printed('Wire 1', 1, SAID),
    printed('Wire 1', 1, 'tea was served in the garden'),
  ]);
  expect(group?.alike).toEqual([[`Herald 1: ${SAID}`, `Wire 1: ${SAID}`]]);
});

describe('stored statements', () => {
  const db = useTestStore();

  test('are compared publication by publication', async () => {
    const quote = 'We came for a railway, not for credit';
    for (const [i, publication] of ['The Herald', 'Tarn Wire', 'The Post'].entries()) {
      const text = `${quote}, Ada Abel said. ${publication} was told that tea was served.`;
      const said = { content: quote, by: 'Ada Abel', cue: 'said', topics: ['20000012'] };
      await save(
        db.store,
        piece(text, i === 1 ? [said, { content: 'tea was served', by: 'Ada Abel' }] : [said], {
          draft: {
            url: `https://example.org/${i}`,
            publication,
            publishedAt: new Date(Date.UTC(2026, 4, 12 + i)),
          },
        }),
      );
    }
    const speakerIds = (await db.store.speakers.called('Ada Abel')).map(({ id }) => id);
    const publications = ['the herald', 'Tarn Wire', 'The Nobody'];
    const found = await db.store.statements.compare({ speakerIds, publications });
    expect(found).toMatchObject({ complete: true, compared: 3 });
    expect(found.occasions).toHaveLength(1);
    const [occasion] = found.occasions;
    expect(occasion?.heldBy).toBe('words');
    expect(
      occasion?.printed.map(({ publication, statements }) => [
        publication,
        statements.map(({ content }) => content[0]?.exact),
      ]),
    ).toEqual([
      ['the herald', [quote]],
      ['Tarn Wire', [quote, 'tea was served']],
      ['The Nobody', []],
    ]);
    expect(occasion?.alike.map((ids) => ids.length)).toEqual([2]);

    const narrowed = await db.store.statements.compare({
      speakerIds,
      publications,
      topicId: '20000011',
      from: new Date('2026-05-13'),
    });
    expect(narrowed.compared).toBe(1);
    expect(await db.store.statements.compare({ speakerIds: [], publications })).toMatchObject({
      occasions: [],
      compared: 0,
    });
  });
});
