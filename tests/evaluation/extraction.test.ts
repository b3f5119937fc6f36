/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// How well extraction does, held against committed figures: a change that makes one fall by more than 0.3 fails here.
// After a change for the better: UPDATE_BASELINE=1 npx jest tests/evaluation

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { speakerNames } from '../../src/extraction';
import { extractText } from '../support/extraction';
import { type GoldArticle, readCorpus, readSeeds } from './gold';
import { type FoundStatement, score, type Scores } from './score';

const TOLERANCE = 0.3;
const file = join(__dirname, 'baseline.json');
const baseline = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Scores>;

const sets: [name: string, articles: GoldArticle[] | null][] = [
  ['seeds', readSeeds()],
  ['polnear/dev', readCorpus('polnear/dev.jsonl')],
  ['wikinews/dev', readCorpus('wikinews/dev.jsonl')],
  ['bbc/gold-dev', readCorpus('bbc/gold-dev.jsonl')],
];
const present = sets.filter((set): set is [string, GoldArticle[]] => set[1] !== null);
const measured: Record<string, Scores> = {};

async function find(text: string): Promise<FoundStatement[]> {
  const extraction = await extractText(text);
  return extraction.statements.map((statement) => ({
    ...statement,
    names: speakerNames(extraction, statement),
  }));
}

/** The figures of a set by name: "attributed f1" and so on. */
function flat({ misnamed, ...roles }: Scores): [figure: string, value: number][] {
  const figures = Object.entries(roles).flatMap(([role, { p, r, f1 }]): [string, number][] => [
    [`${role} p`, p],
    [`${role} r`, r],
    [`${role} f1`, f1],
  ]);
  return [...figures, ['not misnamed', 100 - misnamed]];
}

test('the sample articles have annotations', () => {
  expect(readSeeds().length).toBeGreaterThanOrEqual(12);
});

test.each(present)(
  '%s: no F1, no right name and no restraint in naming has got worse',
  async (name, articles) => {
    const scores = await score(articles, find);
    measured[name] = scores;
    if (process.env.UPDATE_BASELINE !== undefined) return;
    const before = new Map(flat(baseline[name]!));
    const kept = /f1$|^speaker|misnamed$/;
    const fallen = flat(scores)
      .filter(([figure, value]) => kept.test(figure) && value < before.get(figure)! - TOLERANCE)
      .map(([figure, value]) => `${figure}: ${before.get(figure)} → ${value}`);
    expect(fallen).toEqual([]);
  },
  300_000,
);

afterAll(() => {
  if (process.env.UPDATE_BASELINE === undefined) return;
  writeFileSync(file, `${JSON.stringify({ ...baseline, ...measured }, null, 2)}\n`);
});
