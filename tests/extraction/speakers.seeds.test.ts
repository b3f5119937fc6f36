/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// The sample articles as a reader takes them: whatever statement the engine finds in the state visit stands under the right
// name, and confidences promise no more than they hold.

import type { Attribution } from '../../src/extraction';
import { speakerNames } from '../../src/extraction';
import { readDocument } from '../../src/extraction/document';
import { LEAST_CONFIDENCE, resolveSpeakers } from '../../src/extraction/speakers';
import type { Span } from '../../src/extraction/types';
import { type GoldArticle, type GoldStatement, readCorpus, readSeeds } from '../evaluation/gold';
import { sameName } from '../evaluation/score';
import { extractText } from '../support/extraction';

const HALF = 0.5;

/** Shared letters by all letters of both. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a
    .flatMap((x) => b.map((y) => Math.min(x.end, y.end) - Math.max(x.start, y.start)))
    .reduce((sum, part) => sum + Math.max(0, part), 0);
  return shared / (length(a) + length(b) - shared);
}

const wanted = ({ speaker }: GoldStatement): string[] =>
  speaker?.name == null || !/^(?:person|organization|joint)$/.test(speaker.class)
    ? []
    : speaker.name.split(' & ').sort();

test('state visit: every statement that is found has the names that a reader gives it', async () => {
  const { text, statements: gold } = readSeeds().find(({ id }) => id === '01-state-visit')!;
  const extraction = await extractText(text);
  const pairs = extraction.statements.flatMap((found) => {
    const best = gold
      .map((statement) => ({ statement, by: overlap(statement.content, found.content) }))
      .sort((a, b) => b.by - a.by)[0]!;
    if (best.by < HALF) return [];
    const words = text.slice(found.content[0]!.start, found.content[0]!.end);
    const names = speakerNames(extraction, found).sort();
    return [{ words, names, wanted: wanted(best.statement) }];
  });
  expect(pairs.length).toBeGreaterThanOrEqual(0.75 * gold.length);
  expect(pairs.map(({ words, names }) => [words, names])).toEqual(
    pairs.map((pair) => [pair.words, pair.wanted]),
  );
});

/** For each answer with a name: its confidence, and whether that is the right name. Sources are those of the gold. */
function answersOf({ text, statements }: GoldArticle): { confidence: number; right: boolean }[] {
  const attributions = statements.map(({ source, cue, content }): Attribution => ({
    source: source[0] ?? null,
    cue: cue[0] ?? null,
    content,
    foundBy: text[cue[0]?.start ?? -1] === ':' ? 'label' : 'model',
    confidence: 1,
    tagged: null,
  }));
  const { speakers, links } = resolveSpeakers(readDocument(text), attributions);
  return links.flatMap((found, i) => {
    const { speaker: gold } = statements[i]!;
    if (gold === null || gold.class === 'unsure' || gold.class === 'document') return [];
    return found
      .filter(({ speaker }) => /^(?:person|organisation)$/.test(speakers[speaker]!.type))
      .map(({ speaker, confidence }) => ({
        confidence,
        right: wanted(statements[i]!).some((name) => sameName(speakers[speaker]!.name, name)),
      }));
  });
}

const sets: [name: string, articles: GoldArticle[] | null][] = [
  ['the sample articles', readSeeds()],
  ['polnear/dev', readCorpus('polnear/dev.jsonl')],
];

test.each(sets.filter((set): set is [string, GoldArticle[]] => set[1] !== null))(
  'confidence, %s: answers are right at least as often as they say',
  (_name, articles) => {
    const answers = articles.flatMap(answersOf);
    expect(answers.length).toBeGreaterThan(100);
    const levels = [LEAST_CONFIDENCE, 0.7, 0.8, 0.9, 0.97, 1.01];
    for (const [i, from] of levels.slice(0, -1).entries()) {
      const within = answers.filter(
        ({ confidence }) => confidence >= from && confidence < levels[i + 1]!,
      );
      // Of fewer nothing can be told.
      if (within.length < 8) continue;
      const stated = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
      const right = within.filter((answer) => answer.right).length / within.length;
      expect({ from, right: right >= stated - 0.05 }).toEqual({ from, right: true });
    }
  },
);
