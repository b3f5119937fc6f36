// Gold annotations as spans: of the sample articles (strings, found as tests/fixtures/seeds/README.md says) and of corpora.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Span } from '../../src/extraction/types';

const root = join(__dirname, '..', '..');
const seeds = join(root, 'tests', 'fixtures', 'seeds');
const corpora = join(root, '..', 'shared', 'corpora');

export interface GoldStatement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: { readonly class: string; readonly name: string | null } | null;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

interface SeedStatement {
  source: string | null;
  cue: string | null;
  content: string[];
  speaker: { class: string; name: string | null };
  at?: number;
}

/** The sample articles with what a careful reader finds in them. */
export function readSeeds(): GoldArticle[] {
  return readdirSync(seeds)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(seeds, file), 'utf8')) as {
        article: string;
        attributions: SeedStatement[];
      };
      const { text } = JSON.parse(
        readFileSync(join(root, 'seeds', 'articles', `${gold.article}.json`), 'utf8'),
      ) as { text: string };
      return {
        id: gold.article,
        text,
        statements: gold.attributions.map((statement) => locate(text, statement)),
      };
    });
}

/** A corpus in JSON lines; null where this checkout has no corpora beside it. */
export function readCorpus(path: string): GoldArticle[] | null {
  const file = join(corpora, path);
  if (!existsSync(file)) return null;
  const spans = (pairs: [number, number][]): Span[] =>
    pairs.map(([start, end]) => ({ start, end }));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text, attributions } = JSON.parse(line) as {
        id: string;
        text: string;
        attributions: {
          source: [number, number][];
          cue: [number, number][];
          content: [number, number][];
          speaker?: { class: string; name: string };
        }[];
      };
      const statements = attributions.map(({ source, cue, content, speaker }) => ({
        source: spans(source),
        cue: spans(cue),
        content: spans(content),
        speaker:
          speaker === undefined
            ? null
            : { class: speaker.class, name: speaker.name === '-' ? null : speaker.name },
      }));
      return { id, text, statements };
    });
}

function locate(
  text: string,
  { source, cue, content, speaker, at = 1 }: SeedStatement,
): GoldStatement {
  const contents: Span[] = [];
  for (const [i, words] of content.entries()) {
    const nth = i === 0 ? at : 1;
    let start = contents.at(-1)?.end ?? -1;
    for (let n = 0; n < nth; n += 1)
      start = text.indexOf(words, i > 0 && n === 0 ? start : start + 1);
    if (start < 0) throw new Error(`content not found in its article: ${words}`);
    contents.push({ start, end: start + words.length });
  }
  const cues = cue === null ? [] : [nearest(text, cue, contents, contents)];
  const sources =
    source === null ? [] : [nearest(text, source, contents, cues.length > 0 ? cues : contents)];
  return { source: sources, cue: cues, content: contents, speaker };
}

/** The occurrence as whole words, outside the contents, that lies nearest to one of the anchors. */
function nearest(
  text: string,
  words: string,
  contents: readonly Span[],
  anchors: readonly Span[],
): Span {
  let best: { span: Span; distance: number } | null = null;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const span = { start, end: start + words.length };
    const whole =
      !/[\p{L}\p{N}]{2}/u.test(text.slice(start - 1, start + 1)) &&
      !/[\p{L}\p{N}]{2}/u.test(text.slice(span.end - 1, span.end + 1));
    if (!whole || contents.some((content) => content.start < span.end && span.start < content.end))
      continue;
    const distance = Math.min(
      ...anchors.map((anchor) => Math.max(anchor.start - span.end, span.start - anchor.end)),
    );
    if (best === null || distance < best.distance) best = { span, distance };
  }
  if (best === null) throw new Error(`not found outside the contents: ${words}`);
  return best.span;
}
