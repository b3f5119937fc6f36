// A real Chromium that opens a deep link and tells which words it marked. It is asked by its pixels: browsers do not
// let pages know what a text directive found.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';

import type { Span } from '../../src/extraction/types';

/** Where the packages of the usual systems put it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const CHROMIUM = PLACES.find((place) => existsSync(place)) ?? null;

/** What runs in the page. A file of its own: in the browser there are other globals than here. */
const IN_PAGE = readFileSync(join(__dirname, 'inPage.mjs'), 'utf8');

interface Layout {
  readonly rectangles: readonly object[];
  readonly scrolled: number;
}

export interface Marked {
  /** Of the area of the words that should be marked, the part that is. */
  readonly covered: number;
  /** Marked pixels elsewhere. */
  readonly astray: number;
  /** How far the page was scrolled. */
  readonly scrolled: number;
}

export interface Browser {
  /** Opens the link into a page with this headline and text; `expected` are offsets of the text. */
  open(link: string, headline: string, text: string, expected: readonly Span[]): Promise<Marked>;
  close(): Promise<void>;
}

/** Starts Chromium with an empty profile. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'verbatim-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 800, height: 600 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    open: (link, headline, text, expected) => look(context, link, headline, text, expected),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function look(
  context: BrowserContext,
  link: string,
  headline: string,
  text: string,
  expected: readonly Span[],
): Promise<Marked> {
  // A new one each time: within a page, a second link would be a jump, which no user has asked for.
  const page = await context.newPage();
  try {
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(headline, text) }),
    );
    await page.goto(link);
    await page.waitForTimeout(150);
    const inPage = async <Answer>(name: string, argument: unknown): Promise<Answer> =>
      await page.evaluate<Answer>(`${IN_PAGE}\n${name}(${JSON.stringify(argument)})`);
    const { rectangles, scrolled } = await inPage<Layout>('layout', expected);
    const picture = (await page.screenshot({ fullPage: true })).toString('base64');
    const marked = await inPage<Omit<Marked, 'scrolled'>>('countRed', { picture, rectangles });
    return { ...marked, scrolled };
  } finally {
    await page.close();
  }
}

/** The text as a newspaper's page has it: a paragraph a block, each with its offset in the text. */
function pageOf(headline: string, text: string): string {
  const escape = (value: string): string =>
    value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const blocks = [...text.matchAll(/[^\n]+/g)].map(
    ({ 0: block, index }) => `<p data-start="${index}">${escape(block)}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { background: white; color: black; font: 16px/1.5 sans-serif; margin: 700px 40px; }
    ::target-text { background: rgb(255, 0, 0); color: rgb(255, 0, 0); }
  </style><h1>${escape(headline)}</h1>${blocks.join('\n')}`;
}
