// Every setting, read once at start. The only reader of process.env; DESIGN.md's architecture test holds that.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

import { z } from 'zod';

import { AppError } from './errors';

/** Where package.json, openapi.yaml and seeds/ lie, beside both src/ and dist/. */
export const PACKAGE_ROOT = resolve(__dirname, '..');

/** The weights of the learned engine. */
export const MODEL_DIR = join(PACKAGE_ROOT, 'models');

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const wholeNumber = (least: number, most: number, unit = '') => {
  const message = `must be a whole number from ${least} to ${most}${unit}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
};

const address = (schemes: readonly string[], message: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), message);

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

const excerptLimits = z.record(z.string(), z.number().int().min(1));

function jsonOrNull(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

const variables = z.object({
  // The port to listen on; 0 takes any free one (the start-up message says which).
  PORT: wholeNumber(0, 65_535).default(8080),

  // The address to listen on. Loopback by default: reads are open, so the network is let in on purpose or not at all.
  HOST: z.string().default('127.0.0.1'),

  // A Postgres to use. Without it an embedded one is started, with its files under DATA_DIR.
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'must look like postgresql://user:password@host:5432/database',
  ).optional(),

  // Where the embedded Postgres keeps its files; relative to where the service is started.
  DATA_DIR: z.string().default('.data'),

  // Whether an empty store is filled with the sample articles of seeds/ at the start.
  SEEDS: z.enum(['on', 'off'], 'must be on or off').default('on'),

  // The least severe log line to write (JSON, to stderr). At a terminal only warnings, elsewhere info.
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),

  // The largest request body in bytes; anything longer is refused with 413.
  MAX_BODY_BYTES: wholeNumber(1_024, 67_108_864, ' (64 MiB)').default(2_097_152),

  // How long a list or a search may take in the database; what takes longer is given up and answered with 503.
  QUERY_TIMEOUT_MS: wholeNumber(10, 60_000).default(3_000),

  // Threads that extract. One core is left to answer requests; beyond four, Postgres is what limits ingestion.
  WORKER_THREADS: wholeNumber(1, 64).default(() => Math.min(4, Math.max(1, cpus().length - 1))),

  // How much of a publication's words may be shown: the most characters of one statement, and of a text, by its name.
  EXCERPT_LIMITS: z
    .string()
    .transform((value, context) => {
      const limits = excerptLimits.safeParse(jsonOrNull(value));
      if (limits.success) return limits.data;
      context.addIssue('must be JSON such as {"The Sample Herald": 300}: whole numbers from 1 on');
      return z.NEVER;
    })
    .optional(),

  // Whose X-Forwarded-For to believe: a number of proxies in front of the service, or their addresses, separated by
  // commas. With none, the peer's own address counts, which decides whether a write needs a key.
  TRUST_PROXY: z
    .string()
    .regex(
      /^(\d{1,2}|[\da-fA-F.:/, ]+|loopback)$/,
      'must be a number of proxies or a comma-separated list of addresses',
    )
    .optional(),

  // Web origins that may read through a browser, separated by commas; * for any.
  CORS_ORIGINS: list
    .refine(
      (origins) => origins.every((origin) => origin === '*' || isOrigin(origin)),
      'must be * or a comma-separated list of origins such as https://desk.example',
    )
    .default(['*']),

  // How long requests that are under way may take to finish after Ctrl-C or SIGTERM.
  SHUTDOWN_SECONDS: wholeNumber(0, 600).default(10),
});

/** Set by npm itself for whatever it runs; not a setting. */
const NPM_RUNS_US = 'npm_lifecycle_event';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly seeds: boolean;
  readonly logLevel: LogLevel;
  readonly maxBodyBytes: number;
  readonly queryTimeoutMs: number;
  readonly workerThreads: number;
  /** By the publication's name in lower case. */
  readonly excerptLimits: ReadonlyMap<string, number>;
  readonly trustProxy: number | readonly string[] | null;
  readonly corsOrigins: readonly string[];
  readonly shutdownSeconds: number;
  readonly underNpm: boolean;
}

/** Reads the settings; throws one `invalid-input` that names every variable that is wrong and what it may be. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = variables.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({
      pointer: String(issue.path[0]),
      message: issue.message,
    }));
    const lines = fields.map(({ pointer, message }) => `  ${pointer} ${message}`);
    throw new AppError('invalid-input', `These settings cannot be used:\n${lines.join('\n')}`, {
      fields,
    });
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: resolve(values.DATA_DIR),
    seeds: values.SEEDS === 'on',
    logLevel: values.LOG_LEVEL ?? (process.stderr.isTTY ? 'warn' : 'info'),
    maxBodyBytes: values.MAX_BODY_BYTES,
    queryTimeoutMs: values.QUERY_TIMEOUT_MS,
    workerThreads: values.WORKER_THREADS,
    excerptLimits: new Map(
      Object.entries(values.EXCERPT_LIMITS ?? {}).map(([name, limit]) => [
        name.trim().toLowerCase(),
        limit,
      ]),
    ),
    trustProxy: readTrustProxy(values.TRUST_PROXY),
    corsOrigins: values.CORS_ORIGINS,
    shutdownSeconds: values.SHUTDOWN_SECONDS,
    underNpm: env[NPM_RUNS_US] !== undefined,
  };
}

/** The version that package.json states. */
export function readVersion(): string {
  const manifest = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** `FOO=` means "not set", as people write it in compose and .env files. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value);
}

function readTrustProxy(value: string | undefined): number | readonly string[] | null {
  if (value === undefined) return null;
  if (/^\d+$/.test(value)) return Number(value);
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
