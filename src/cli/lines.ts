// Lines in and out: reading JSON Lines from a stream, working on several at once, writing without running ahead.

import { once } from 'node:events';

/** Yields the lines of a UTF-8 stream. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  // Not node:readline: it also breaks at U+2028 and U+2029, which JSON allows inside a string.
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Applies `work` to several items at once and yields the results in the order of the items. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Its rejection is met where it is awaited below; until then it is not an unhandled one.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<R>);
  }
  while (underWay.length > 0) yield await (underWay.shift() as Promise<R>);
}

/** Whoever reads our output has had enough (`… | head`): nothing is left to do. */
export class ReaderLeft extends Error {}

/** Writes a line and waits while the reader of the stream is behind. */
export async function writeLine(stream: NodeJS.WritableStream, line: string): Promise<void> {
  if (left.has(stream)) throw new ReaderLeft();
  if (stream.write(`${line}\n`)) return;
  await once(stream, 'drain').catch((error: unknown) => {
    throw left.has(stream) ? new ReaderLeft() : error;
  });
}

const left = new WeakSet<NodeJS.WritableStream>();

/**
 * Lets the next `writeLine` fail with `ReaderLeft` when the reader is gone, so that the command ends in its usual way.
 * Not by `process.exit`: a network that runs in a worker thread at that moment aborts the process with a core dump.
 */
export function stopWhenReaderLeaves(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
    left.add(stream);
  });
}
