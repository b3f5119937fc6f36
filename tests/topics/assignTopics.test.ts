import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExtractedStatement, Extraction } from '../../src/extraction/types';
import { assignTopics } from '../../src/topics';
import { loadVocabulary } from '../../src/topics/loadVocabulary';

const { topics } = loadVocabulary();

/** An extraction with one statement for each of the quoted passages of a text. */
function extractionOf(text: string): Extraction {
  const statements = [...text.matchAll(/“[^”]*”/g)].map((match): ExtractedStatement => {
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      form: 'direct',
      content: [span],
      segments: [],
      alternatives: { source: [], content: [] },
      source: null,
      cue: null,
      speakers: [],
      candidates: [],
      subjects: [],
      negation: null,
      hedge: null,
      parent: null,
      sentence: span,
      confidence: 1,
    };
  });
  return { engine: { name: 'test', version: '0' }, speakers: [], subjects: [], statements };
}

function labels(scores: readonly { id: string }[]): string[] {
  return scores.map(({ id }) => topics.get(id)?.label ?? id);
}

/** Level-1 topics above the given ones, without repetition. */
function branches(scores: readonly { id: string }[]): string[] {
  const roots = scores.map(({ id }) => {
    let topic = topics.get(id);
    while (topic?.parent) topic = topics.get(topic.parent);
    return topic?.id ?? id;
  });
  return [...new Set(roots)];
}

test.each([
  [
    'a rise of interest rates',
    'The central bank raised its interest rate to 5% on Thursday. Inflation is falling, economists said, but consumer prices rose again in March.',
    'Economy, business and finance',
  ],
  [
    'a football match',
    'Thomas Reed scored in added time to give Wenbridge a 2-1 victory. The striker headed in a free kick after the goalkeeper had saved a penalty.',
    'Sport',
  ],
  [
    'an election',
    'Voters go to the polls on Sunday. Both candidates ended their election campaigns with a debate; the turnout is expected to be low, the electoral commission said.',
    'Politics',
  ],
  [
    'an outbreak',
    'Doctors at the hospital said eleven patients had caught measles. The health minister called for more vaccinations to stop the outbreak.',
    'Health',
  ],
  [
    'a trial',
    'The jury at Calderport Crown Court heard on Wednesday that the defendant had pleaded guilty to fraud. Prosecutors asked the judge for a prison sentence.',
    'Crime, law and justice',
  ],
  [
    'a flood',
    'The flood reached the old town at night. Firefighters evacuated two streets, and rescue workers were searching for survivors of the landslide.',
    'Disaster, accident and emergency incident',
  ],
])('knows what %s is about', (_title, text, expected) => {
  expect(
    labels(
      assignTopics(text, extractionOf(text))
        .article.slice(0, 2)
        .map(({ id }) => ({ id: branches([{ id }])[0] ?? id })),
    ),
  ).toContain(expected);
});

test('is as specific as is safe', () => {
  const text =
    'The central bank raised its interest rate. The interest rate is now 5%, the highest base rate for years.';
  const [first] = assignTopics(text, extractionOf(text)).article;
  expect(branches([first ?? { id: '' }])).toEqual(['04000000']);
  expect(topics.get(first?.id ?? '')?.depth).toBeGreaterThan(2);
});

test.each([
  [
    'words that say nothing',
    'He came in. She went out. They had not seen each other for a while, and it showed.',
  ],
  [
    'one stray word',
    'She put the book on the table and looked at him for a long while before she left.',
  ],
  ['nothing', ''],
])('gives no topic to %s', (_title, text) => {
  expect(assignTopics(text, extractionOf(text)).article).toEqual([]);
});

test('a statement’s own words weigh more than its article’s', () => {
  const text =
    'The council voted for the cycle track. The mayor and the opposition councillors had argued for hours about the budget of the local authority. ' +
    'Asked about his evening, the mayor said: “The striker missed a penalty in the semi-final, and the referee ended the match.” ' +
    'Of the vote he said: “It was a long night.”';
  const { article, statements } = assignTopics(text, extractionOf(text));
  expect(branches(article)[0]).toBe('11000000');
  expect(branches(statements[0] ?? [])[0]).toBe('15000000');
  expect(branches(statements[1] ?? [])).not.toContain('15000000');
});

const seeds = join(__dirname, '../../seeds/articles');

test.each(readdirSync(seeds).filter((name) => name.endsWith('.json')))(
  'gives %s at most four topics, in order, the same every time',
  (file) => {
    const { text } = JSON.parse(readFileSync(join(seeds, file), 'utf8')) as { text: string };
    const extraction = extractionOf(text);
    const assigned = assignTopics(text, extraction);
    expect(assigned.statements).toHaveLength(extraction.statements.length);
    for (const scores of [assigned.article, ...assigned.statements]) {
      expect(scores.length).toBeLessThanOrEqual(4);
      const confidences = scores.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      for (const { id, confidence } of scores) {
        expect(topics.has(id)).toBe(true);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(new Set(scores.map(({ id }) => id)).size).toBe(scores.length);
    }
    expect(assignTopics(text, extraction)).toEqual(assigned);
  },
);

test('takes time in proportion to the text, whatever is in it', () => {
  const text = '“The central bank raised its interest rate,” he said. '.repeat(10_000);
  const extraction = extractionOf(text);
  const whole = { start: 0, end: text.length };
  const nested = {
    ...extraction,
    statements: extraction.statements.map((statement) => ({ ...statement, content: [whole] })),
  };
  const start = performance.now();
  assignTopics(text, extraction);
  assignTopics(text, nested);
  expect(performance.now() - start).toBeLessThan(5000);
});
