// Streams of lines: where they break, and that several documents at once still come out in order.

import { PassThrough, Readable } from 'node:stream';

import { inOrder, linesOf, writeLine } from '../../src/cli/lines';

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const streamOf = (...chunks: (string | Buffer)[]): Readable => Readable.from(chunks);

test.each<[string, (string | Buffer)[], string[]]>([
  ['a last line without an end', ['a\nb'], ['a', 'b']],
  ['a line that comes in pieces', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
  ['empty lines', ['a\n\nb\n'], ['a', '', 'b']],
  ['nothing at all', [], []],
  ['separators that JSON allows in strings', ['a\u2028b\u2029c\n'], ['a\u2028b\u2029c']],
])('reads %s', async (_title, chunks, expected) => {
  expect(await collect(linesOf(streamOf(...chunks)))).toEqual(expected);
});

test('a character split between two chunks stays whole', async () => {
  const bytes = Buffer.from('“é😀”\n');
  const byteByByte = Readable.from(
    [...bytes].map((byte) => Buffer.from([byte])),
    {
      objectMode: false,
    },
  );
  expect(await collect(linesOf(byteByByte))).toEqual(['“é😀”']);
});

test('results come in the order of the items, with no more at work than allowed', async () => {
  let atWork = 0;
  let most = 0;
  const delays = [30, 1, 20, 1, 10, 1, 5, 1];
  const results = inOrder(Readable.from(delays), 3, async (delay: number) => {
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise((resolve) => setTimeout(resolve, delay));
    atWork -= 1;
    return delay;
  });
  expect(await collect(results)).toEqual(delays);
  expect(most).toBe(3);
});

test('a failure reaches the reader of the results and nobody else', async () => {
  const results = inOrder(Readable.from([1, 2, 3]), 2, async (number: number) => {
    if (number === 2) throw new Error('two');
    return number;
  });
  await expect(collect(results)).rejects.toThrow('two');
});

test('a writer waits for a reader that is behind', async () => {
  const slow = new PassThrough({ highWaterMark: 4 });
  const written = writeLine(slow, 'more than fits');
  let done = false;
  void written.then(() => (done = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  expect(String(slow.read())).toBe('more than fits\n');
  await written;
});
