// The composition root: config → storage → workers → ingestion → http. Starts the service, says what it has, and stops
// it in the opposite order. Nothing imports it.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTypesetter } from './citation';
import { failureMessage } from './cli/failure';
import { greeting } from './cli/greeting';
import type { Config } from './config';
import { MODEL_DIR, PACKAGE_ROOT, readConfig, readVersion } from './config';
import { AppError } from './errors';
import { createApp } from './http/app';
import { createAnalysisPool, createIngestion, loadSeeds } from './ingestion';
import type { Ingestion } from './ingestion/types';
import type { Logger } from './log';
import { createLogger } from './log';
import type { EmbeddedPostgres } from './storage';
import { migrate, openStore, startEmbeddedPostgres } from './storage';

/**
 * Node's own 16 kB is less than a plain text's title, byline, publication and URL take in a query when every character is
 * three bytes, each written as %XX: the contract allows them, and the caller would get a bare 431.
 */
const MAX_HEADER_BYTES = 65_536;

/** What has been opened so far, each with how it is closed; closed last things first. */
type Closers = { readonly name: string; readonly close: () => Promise<unknown> }[];

/** How long a second Ctrl-C counts as the first one's echo: npm passes on what the terminal has sent already. */
const ECHO_MS = 500;

const began = performance.now();
const closers: Closers = [];
let log: Logger | null = null;
let postgres: EmbeddedPostgres | null = null;
let stopAsked: number | null = null;
let closing: Promise<never> | null = null;

const started = start();

async function start(): Promise<void> {
  // Whoever reads our greeting may leave (`npm start | head`); the service goes on.
  process.stdout.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.on('uncaughtException', (error) => {
    log?.fatal({ err: error }, 'an error that nothing caught');
    void close(1);
  });
  try {
    const config = readConfig();
    log = createLogger(config.logLevel);
    if (config.underNpm) stopWithParent();
    await run(config, log);
  } catch (thrown) {
    if (stopAsked !== null) return;
    console.error(failureMessage(thrown));
    await close(1);
  }
}

async function run(config: Config, log: Logger): Promise<void> {
  const version = readVersion();
  // Tried before anything is started: nobody wants to wait for a database to hear that the port is taken.
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));

  // First, so that the models load while the database starts.
  const pool = createAnalysisPool({
    workerFile: join(__dirname, 'ingestion', 'worker.js'),
    modelDir: MODEL_DIR,
    threads: config.workerThreads,
  });
  const warm = pool.ready();
  // Heard below. An exit while networks are being loaded in other threads would end in an abort, so that it waits.
  const settled = warm.catch(() => undefined);
  closers.push({ name: 'models', close: () => settled });

  const connectionString = await openDatabase(config, log);
  goOnUnlessStopped();
  const applied = await migrate(connectionString);
  if (applied.length > 0) log.info({ applied }, 'migrations applied');

  const store = await openStore({
    connectionString,
    readTimeoutMs: config.queryTimeoutMs,
    log: (line) => log.warn(line),
  });
  closers.push({ name: 'store', close: () => store.close() });
  closers.push({ name: 'workers', close: () => pool.close() });
  const printed = await store.verification.fill(true);
  if (printed > 0) log.info({ articles: printed }, 'made ready for verification');
  await warm;
  const ingestion = createIngestion({ store, pool });

  if (config.seeds && (await store.counts()).articles === 0) {
    const loaded = await loadSeeds(join(PACKAGE_ROOT, 'seeds'), ingestion);
    log.info(loaded, 'sample articles loaded');
  }

  closers.push(releaseWhenDue(ingestion, log));
  goOnUnlessStopped();

  const typesetter = createTypesetter({
    workerFile: join(__dirname, 'citation', 'typesetting', 'worker.js'),
  });
  closers.push({ name: 'typesetter', close: () => typesetter.close() });
  const app = createApp({ store, ingestion, typesetter, log, version, settings: config });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, app);
  await listen(server, config);
  closers.push({ name: 'http', close: () => drain(server, config.shutdownSeconds) });
  const { port } = server.address() as AddressInfo;
  const ms = Math.round(performance.now() - began);
  log.info({ host: config.host, port, version, ms }, 'listening');
  if (stopAsked === null) console.log(await greeting(config, store, version, port));
}

async function openDatabase(config: Config, log: Logger): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    // That sessions end is worth a line, unless we are ending them.
    log: (line) => log[stopAsked === null && closing === null ? 'warn' : 'debug'](line),
  });
  closers.push({ name: 'postgres', close: postgres.stop });
  return postgres.connectionString;
}

/** How often articles whose embargo has ended are looked for, in milliseconds. */
const RELEASE_EVERY_MS = 5_000;

/** Stores articles when their embargo ends, also those that ended while the service was down. */
function releaseWhenDue(ingestion: Ingestion, log: Logger): Closers[number] {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    busy = true;
    const tell = (error: Error): void =>
      log.error({ err: error }, 'an article could not be released');
    const released = await ingestion.release(tell).catch((error: unknown) => {
      log.warn({ err: error }, 'embargoes could not be looked at');
      return 0;
    });
    if (released > 0) log.info({ articles: released }, 'released from embargo');
    busy = false;
  };
  const timer = setInterval(() => {
    if (!busy) running = look();
  }, RELEASE_EVERY_MS);
  running = look();
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
  return { name: 'embargoes', close };
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const remedy =
        {
          EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
          EACCES: `Port ${port} may not be opened by this user. Choose one above 1023: PORT=8080 npm start`,
          EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
          ENOTFOUND: `The name ${host} is not known. Set HOST to an address of this machine, such as 127.0.0.1.`,
        }[cause.code ?? ''] ?? cause.message;
      reject(new AppError('conflict', remedy, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function onSignal(signal: NodeJS.Signals): void {
  if (stopAsked === null) {
    stopAsked = performance.now();
    log?.info({ signal }, 'stopping');
    // Not before the start has come to a halt: what it is just opening would be left behind.
    void started.then(() => close(0));
  } else if (performance.now() - stopAsked > ECHO_MS) {
    console.error('Stopped at once; requests under way were cut off.');
    // There is no time to wait for it, but the server finishes its own work before it ends.
    if (postgres !== null) process.kill(postgres.pid, 'SIGINT');
    process.exit(1);
  }
}

/**
 * `kill` on an `npm start` ends npm and the shell between it and us, which passes no signal on: we would serve on with
 * nobody to stop us. (`exec` in the script would do, but not on Windows.)
 */
function stopWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (stopAsked === null) onSignal('SIGTERM');
  }, 250);
  watch.unref();
}

function goOnUnlessStopped(): void {
  if (stopAsked !== null) throw new Error('stopped during the start');
}

function close(exitCode: number): Promise<never> {
  closing ??= closeAll(exitCode);
  return closing;
}

async function closeAll(exitCode: number): Promise<never> {
  let code = exitCode;
  for (const { name, close } of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      log?.error({ err: error }, `could not close: ${name}`);
      code = 1;
    }
  }
  process.exit(code);
}

/** Lets no new requests in and waits for those under way, for a while. */
async function drain(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const deadline = sleep(seconds * 1_000, undefined, { ref: false }).then(() =>
    server.closeAllConnections(),
  );
  // A connection that is kept alive becomes idle when its answer is out, and would then wait for its next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, deadline]);
  clearInterval(idle);
}
