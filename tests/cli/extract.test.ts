// `verbatim extract` as a program: for people, for programs, and over corpora of JSON Lines.

import { execFile, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

import { verbatim } from './verbatim';

const TEXT =
  'The bridge will open in May, the mayor, Ana Ruiz, told reporters on Monday. “We are ready,” she said.';
const seed = resolve(__dirname, '../../seeds/articles/01-state-visit.json');

interface Line {
  readonly id: string | number;
  readonly statements: readonly {
    readonly source: readonly [number, number][];
    readonly cue: readonly [number, number][];
    readonly content: readonly [number, number][];
    readonly speakers: readonly string[];
  }[];
}

test('lists who says what in a text from standard input', async () => {
  const { code, stdout, stderr } = await verbatim(['extract'], { input: TEXT });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ +1 {2}Ana Ruiz/m);
  expect(stdout).toMatch(/content +“We are ready,”/);
  expect(stdout).not.toContain('\u001b[');
});

test('reads files by what they are: an article as JSON', async () => {
  const { code, stdout } = await verbatim(['extract', seed]);
  expect(code).toBe(0);
  expect(stdout).toContain('Joren Halvik');
  expect(stdout).toMatch(/\d+ statements, \d+ speakers/);
});

test('reads a page and leaves its menus out', async () => {
  const input = `<html><body><nav>Home, said nobody</nav><article><p>${TEXT}</p></article></body></html>`;
  const { stdout } = await verbatim(['extract', '--json'], { input });
  const { text } = JSON.parse(stdout) as { text: string };
  expect(text).toBe(TEXT);
});

test('--json gives what POST /v1/extractions answers', async () => {
  const { code, stdout } = await verbatim(['extract', '--json'], { input: TEXT });
  expect(code).toBe(0);
  const answer = JSON.parse(stdout) as {
    text: string;
    statements: { content: { start: number; end: number; exact: string }[] }[];
  };
  expect(answer.text).toBe(TEXT);
  expect(answer.statements.length).toBeGreaterThanOrEqual(2);
  for (const { start, end, exact } of answer.statements.flatMap(({ content }) => content)) {
    expect(TEXT.slice(start, end)).toBe(exact);
  }
});

test.each([
  [['extract', 'no-such-file.txt'], '', /no-such-file\.txt/],
  [
    ['extract'],
    'Der Bürgermeister sagte am Montag, dass die Brücke im Mai eröffnet werde, und freute sich.',
    /English/,
  ],
  [['extract'], '   ', /empty/],
  [['extract'], '{"text": "A"}\n{"text": "B"}', /several documents/],
])('%j on %j fails in a sentence', async (args, input, message) => {
  const { code, stdout, stderr } = await verbatim(args, { input });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

describe('--jsonl', () => {
  const documents = Array.from({ length: 60 }, (_, id) => ({
    id,
    text: TEXT.repeat((id * 7) % 11),
  }));
  const input = documents.map((document) => JSON.stringify(document)).join('\n');

  test('answers every document with a line, in the same order', async () => {
    const { code, stdout, stderr } = await verbatim(['extract', '--jsonl'], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
    expect(lines[0]?.statements).toEqual([]);
    const [first] = lines[1]?.statements ?? [];
    const text = documents[1]?.text ?? '';
    expect(first?.speakers).toEqual(['Ana Ruiz']);
    expect(first?.cue.map(([start, end]) => text.slice(start, end))).toEqual(['told']);
    expect(first?.content.map(([start, end]) => text.slice(start, end))).toEqual([
      'The bridge will open in May',
    ]);
  });

  test('names the lines that it cannot use and goes on with the others', async () => {
    const broken = [
      '{"id": "a", "text": "He said so."}',
      '{"id": "b"}',
      'x',
      '{"id": "c", "text": ""}',
    ];
    const { code, stdout, stderr } = await verbatim(['extract', '--jsonl'], {
      input: broken.join('\n'),
    });
    expect(code).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as Line).id),
    ).toEqual(['a', 'c']);
    expect(stderr).toMatch(/^Line 2 is not .*\nLine 3 is not /m);
  });

  test('answers while its input is still coming', async () => {
    const child = spawn(
      process.execPath,
      [resolve(__dirname, '../../dist/cli.js'), 'extract', '--jsonl'],
      {
        env: { PATH: process.env['PATH'], WORKER_THREADS: '1' },
      },
    );
    const answered = new Promise<string>((settle) => {
      child.stdout.once('data', (chunk) => settle(String(chunk)));
    });
    // As many as are worked on at once: the first is answered when the next has been read.
    for (const id of [1, 2]) child.stdin.write(`${JSON.stringify({ id, text: TEXT })}\n`);
    expect((JSON.parse((await answered).split('\n', 1)[0] ?? '') as Line).id).toBe(1);
    child.stdin.end();
    await new Promise((settle) => child.on('close', settle));
  });

  test('ends quietly when its reader has had enough', async () => {
    const many = `{"id": 1, "text": ${JSON.stringify(TEXT.repeat(20))}}\n`.repeat(200);
    const command = `"${process.execPath}" "${resolve(__dirname, '../../dist/cli.js')}" extract --jsonl | head -n 1`;
    const running = promisify(execFile)('bash', ['-c', `set -o pipefail; ${command}`]);
    running.child.stdin?.on('error', () => undefined);
    running.child.stdin?.end(many);
    const { stdout, stderr } = await running;
    expect((JSON.parse(stdout) as Line).id).toBe(1);
    expect(stderr).toBe('');
  });
});
