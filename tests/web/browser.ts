// A real Chromium for tests of the page. They are skipped, and that is said, where there is none.

import { readFileSync } from 'node:fs';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

import { CHROMIUM } from '../citation/browser';
import type { TestService } from '../support/api';

export const withChromium = CHROMIUM === null ? describe.skip : describe;
if (CHROMIUM === null) {
  process.stderr.write(
    'SKIPPED: the page was not opened in a browser, since there is no Chromium here.\n',
  );
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of, requests elsewhere among it. */
  readonly complaints: readonly string[];
}

/** One browser for the calling file; what a test opens in it is closed after that test. */
export function useBrowser(service: TestService) {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: String(CHROMIUM),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });

  async function open(options: BrowserContextOptions = {}): Promise<Opened> {
    const viewport = { width: 1200, height: 800 };
    const context = await browser.newContext({ viewport, ...options });
    contexts.push(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${service.url}/`)) complaints.push(request.url());
    });
    page.on('console', (message) => {
      // Answers with an error, and lost connections, are the page's to explain; the browser mentions them anyway.
      if (!/^Failed to load resource/.test(message.text())) complaints.push(message.text());
    });
    return { context, page, complaints };
  }
  return { open };
}

/** What axe holds against the page as it is now. */
export async function axe(page: Page, path: string): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{
    passes: object[];
    violations: { id: string; nodes: { html: string }[] }[];
  }>('axe.run()');
  if (found.passes.length <= 10) return [`${path}: axe found next to nothing to look at`];
  return found.violations.map(
    (one) => `${path} ${one.id}: ${one.nodes[0]?.html.slice(0, 200) ?? ''}`,
  );
}
