/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// The whole learned part, with real weights: from text to attributions.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as fc from 'fast-check';

import type { TaggedAttribution, Tagger } from '../../src/tagging';
import { createTagger } from '../../src/tagging';
import { MODEL_DIR, testTagger } from '../support/tagger';

const ROOT = join(__dirname, '..', '..');
const STORY =
  'The bridge will open in May, the mayor said on Monday.\n\n' +
  '“We have waited long enough,” Ms. Adeyemi told reporters. “It is time.”\n\n' +
  'According to the city engineer, the work cost $4 million more than planned.\n\n' +
  'Opponents argued that the money should have gone to schools.';

let tagger: Tagger;
beforeAll(async () => {
  tagger = await testTagger();
});
afterAll(() => tagger.close());

const shown = (text: string, found: readonly TaggedAttribution[]) =>
  found.map(({ cue, source, content }) => ({
    cue: text.slice(cue.start, cue.end),
    source: source && text.slice(source.start, source.end),
    content: content.map(({ start, end }) => text.slice(start, end)),
  }));

/** Articles enough for many windows, no two of them alike. */
function longText(articles: number): string {
  const people = ['Lind', 'Okoro', 'Marsh', 'Petit', 'Sato', 'Varga'];
  const things = ['the harbour', 'a new school', 'the night train', 'the old mill', 'clean water'];
  const verbs = ['said', 'argued', 'warned', 'told the council', 'wrote', 'insisted', 'added'];
  const paragraphs: string[] = [];
  for (let k = 0; k < articles * 6; k++) {
    const [who, what, says] = [people[k % 6], things[(k * 3 + (k >> 3)) % 5], verbs[(k * 5) % 7]];
    const [year, cost] = [1990 + ((k * 13) % 30), (k * 37) % 91];
    paragraphs.push(
      k % 3 === 0
        ? `“We need ${what} before ${year},” ${who} ${says}. “It will cost $${cost} million.”`
        : k % 3 === 1
          ? `${who} ${says} that ${what} had lost ${cost} percent of its users since ${year}.`
          : `Work on ${what} began in ${year}. Some ${cost} families moved away in the years after.`,
    );
  }
  return paragraphs.join('\n\n');
}

test('finds direct and indirect speech with cue, source and content', async () => {
  const found = shown(STORY, await tagger.tag(STORY));
  expect(found).toContainEqual({
    cue: 'said',
    source: 'the mayor',
    content: ['The bridge will open in May'],
  });
  const sources = found.map(({ source }) => source);
  for (const source of ['Ms. Adeyemi', 'the city engineer', 'Opponents'])
    expect(sources).toContain(source);
});

test('says how sure it is and what came second', async () => {
  for (const { scores, alternatives } of await tagger.tag(STORY)) {
    for (const value of Object.values(scores)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-9);
    }
    for (const other of [alternatives.source, alternatives.content]) {
      if (other !== null) expect(other.odds).toBeLessThanOrEqual(1 + 1e-9);
    }
  }
});

test('gives the same answer twice', async () => {
  expect(await tagger.tag(STORY)).toEqual(await tagger.tag(STORY));
});

test('never throws, and its spans lie in the text in order', async () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    ' said ',
    'She ',
    '\n\n',
    '.',
    '😀',
    '\ud800',
    '\0',
    'e\u0301',
    '東京',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 }),
      async (parts) => {
        const text = parts.join('');
        for (const { cue, source, content } of await tagger.tag(text)) {
          let end = 0;
          for (const span of content) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            end = span.end;
          }
          for (const span of [cue, ...(source ? [source] : []), ...content]) {
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('paragraphs put in front shift at least 99 % of the statements of a long text and change nothing else', async () => {
  const text = longText(120);
  const key = ({ cue, source, content }: TaggedAttribution, by: number): string =>
    JSON.stringify(
      [cue, ...(source ? [source] : [null]), ...content].map(
        (s) => s && [s.start - by, s.end - by],
      ),
    );
  const plain = await tagger.tag(text);
  expect(plain.length).toBeGreaterThan(200);
  const front = 'The council met on Tuesday, the clerk said.\n\n'.repeat(3);
  const behind = new Set((await tagger.tag(front + text)).map((found) => key(found, front.length)));
  const kept = plain.filter((found) => behind.has(key(found, 0))).length;
  expect(kept / plain.length).toBeGreaterThanOrEqual(0.99);
}, 60_000);

test('and at least 95 % of those of single articles', async () => {
  const folder = join(ROOT, 'seeds', 'articles');
  const texts = readdirSync(folder).map(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text,
  );
  expect(texts.filter((text) => text.length > 1000).length).toBeGreaterThan(10);
  const key = ({ cue, source, content }: TaggedAttribution, by: number): string =>
    JSON.stringify([cue, source, ...content].map((s) => s && [s.start - by, s.end - by]));
  const front = 'The council met on Tuesday. It sat for three hours.\n\n'.repeat(3);
  let [all, kept] = [0, 0];
  for (const text of texts) {
    const plain = await tagger.tag(text);
    const behind = new Set((await tagger.tag(front + text)).map((one) => key(one, front.length)));
    all += plain.length;
    kept += plain.filter((one) => behind.has(key(one, 0))).length;
  }
  process.stdout.write(`kept: ${kept} of ${all}\n`);
  expect(kept / all).toBeGreaterThanOrEqual(0.95);
}, 60_000);

test('gives up a text when it may not go on', async () => {
  let asked = 0;
  await expect(tagger.tag(longText(10), () => ++asked < 3)).rejects.toThrow('given up');
  expect(asked).toBe(3);
});

test('scores are the same whether cues are scored together or one text after the other', async () => {
  const both = await Promise.all([tagger.tag(STORY), tagger.tag(longText(2))]);
  expect(both).toEqual([await tagger.tag(STORY), await tagger.tag(longText(2))]);
});

test('a combining mark behind the last letter belongs to the span', async () => {
  const text = 'The fee will not rise, said Jose\u0301.';
  const [found] = await tagger.tag(text);
  expect(found?.source && text.slice(found.source.start, found.source.end)).toBe('Jose\u0301');
});

/** Runs in a process of its own, since jest's sandbox cannot load WebAssembly's loader. */
test('without the native library WebAssembly finds the same', async () => {
  const script = `
    const Module = require('node:module');
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (name, ...rest) => {
      if (name === 'onnxruntime-node') throw new Error('no such library here');
      return resolve(name, ...rest);
    };
    const { createTagger } = require(${JSON.stringify(join(ROOT, 'dist', 'tagging'))});
    createTagger({ modelDir: ${JSON.stringify(MODEL_DIR)} }).then(async (tagger) => {
      const found = await tagger.tag(${JSON.stringify(STORY)});
      console.log(JSON.stringify({ runtime: tagger.runtime, found }));
    });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  const other = JSON.parse(stdout) as { runtime: string; found: TaggedAttribution[] };
  expect(other.runtime).toBe('wasm');
  expect(shown(STORY, other.found)).toEqual(shown(STORY, await tagger.tag(STORY)));
}, 60_000);

describe('a model folder that is not whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-model-'));
    cpSync(MODEL_DIR, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const manifest = join(MODEL_DIR, 'manifest.json');
  const fileEnding = (ending: string): string =>
    Object.keys((JSON.parse(readFileSync(manifest, 'utf8')) as { files: object }).files).find(
      (name) => name.endsWith(ending),
    )!;

  test.each(['.int8.onnx', '.context.onnx', '.head.json', '.vocab.txt', '.calibration.json'])(
    'names a missing file ending in %s',
    async (ending) => {
      const name = fileEnding(ending);
      rmSync(join(folder, name));
      await expect(createTagger({ modelDir: folder })).rejects.toThrow(
        `${name} cannot be read. Fetch`,
      );
    },
  );

  test('names a damaged file', async () => {
    const name = fileEnding('.onnx');
    const bytes = readFileSync(join(folder, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(folder, name), bytes);
    await expect(createTagger({ modelDir: folder })).rejects.toThrow(
      `${name} is not the file that manifest.json lists`,
    );
  });

  test('names a manifest that cannot be understood', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{"name": 1}');
    await expect(createTagger({ modelDir: folder })).rejects.toThrow(
      'manifest.json cannot be understood',
    );
  });
});
