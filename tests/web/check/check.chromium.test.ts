// Checking a draft in a real Chromium: by keyboard alone, long drafts, a lost connection, a report to print and to keep, in
// both themes and at both widths. Skipped, and said so, where there is no Chromium.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BrowserContextOptions, Page } from 'playwright-core';

import { loadSeeds } from '../../../src/ingestion';
import { useService } from '../../support/api';
import type { Opened } from '../browser';
import { axe, useBrowser, withChromium } from '../browser';

const DRAFT = `“We came for a railway and for credit,” Pavel Orsik said.

“Neighbours cannot be chosen, but friendships can,” Daria Momtsel said. “<img src=x onerror=alert(1)> is ${'a'.repeat(200)} my name,” she added.`;

withChromium('checking a draft', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);
  let opened: Opened;

  beforeAll(() => loadSeeds(join(__dirname, '../../../seeds'), service.deps.ingestion));

  const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
    opened = await browser.open(options);
    await opened.page.goto(`${service.url}/check`);
    return opened.page;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const check = async (page: Page) => {
    await page.getByRole('textbox', { name: 'Draft' }).fill(DRAFT);
    await button(page, 'Check the quotations').click();
    await page.locator('.finding').nth(2).waitFor();
  };

  test('the keyboard alone: from the draft to a finding, its evidence, and back to the same findings', async () => {
    const page = await visit();
    await page.getByRole('textbox', { name: 'Draft' }).focus();
    await page.keyboard.insertText(DRAFT);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#found:focus').waitFor();
    await expect(page.locator('.tally').innerText()).resolves.toBe(
      '≠ Words differ: 1 · ⇄ Said by someone else: 1 · – Not found: 1',
    );
    // Past the three buttons to the first quotation, and to what was found of it.
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#finding-1$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cite' }).waitFor();
    await page.goBack();
    await page.locator('.finding').nth(2).waitFor();
    await expect(page.getByRole('textbox', { name: 'Draft' }).inputValue()).resolves.toBe(DRAFT);
    expect(opened.complaints).toEqual([]);
  });

  test('a draft that is too long is refused whole, not cut off', async () => {
    const page = await visit();
    await page.getByRole('textbox', { name: 'Draft' }).fill('He said it rained. '.repeat(3_500));
    await page
      .getByRole('alert')
      .filter({ hasText: '66,500 characters, 2,500 too many' })
      .waitFor();
    await expect(button(page, 'Check the quotations').isDisabled()).resolves.toBe(true);
    expect(await axe(page, 'too long')).toEqual([]);
  });

  test('a check under way says so, and can be stopped; the draft stays', async () => {
    const page = await visit();
    await page.route('**/v1/verify', () => undefined);
    await page.getByRole('textbox', { name: 'Draft' }).fill(DRAFT);
    await button(page, 'Check the quotations').click();
    await page.getByRole('status').filter({ hasText: 'Looking every quotation up' }).waitFor();
    await page.getByRole('progressbar').waitFor();
    await button(page, 'Stop').click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
    await expect(page.getByRole('textbox', { name: 'Draft' }).inputValue()).resolves.toBe(DRAFT);
  });

  test('a lost connection is said, and the same draft is checked once it is back', async () => {
    const page = await visit();
    await opened.context.setOffline(true);
    await page.getByRole('textbox', { name: 'Draft' }).fill(DRAFT);
    await button(page, 'Check the quotations').click();
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    await opened.context.setOffline(false);
    await button(page, 'Try again').click();
    await page.locator('.finding').nth(2).waitFor();
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
  });

  test('where nothing is quoted, it is said what is looked up; a changed draft makes the check old', async () => {
    const page = await visit();
    await page.getByText('No stored article has it. It may still have been said.').waitFor();
    await page.getByRole('textbox', { name: 'Draft' }).fill('The bridge is 412 metres long.');
    await button(page, 'Check the quotations').click();
    await page.getByText('Only what stands in quotation marks is looked up').waitFor();
    await page.getByRole('textbox', { name: 'Draft' }).fill('The bridge is 413 metres long.');
    await page.getByText('The draft has changed since this check').waitFor();
  });

  test('the report as a page needs no script, loads nothing, and shows the draft as it is', async () => {
    const page = await visit();
    await check(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download as HTML').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^quotations-\d{4}-\d\d-\d\d\.html$/);
    const html = readFileSync(await download.path(), 'utf8');
    const context = await opened.context.browser()?.newContext({ javaScriptEnabled: false });
    const report = await context!.newPage();
    const asked: string[] = [];
    report.on('request', (request) => asked.push(request.url()));
    await report.setContent(html);
    await expect(report.locator('.draft').innerText()).resolves.toContain('“<img src=x onerror');
    await expect(report.locator('img, script').count()).resolves.toBe(0);
    await expect(report.locator('ol > li').count()).resolves.toBe(3);
    await expect(report.locator('del').innerText()).resolves.toBe('not');
    expect(asked).toEqual([]);
    await context!.close();
  });

  test('on paper stand the draft, the verdicts and the evidence, nothing to click', async () => {
    const page = await visit({ colorScheme: 'dark' });
    await check(page);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.top', 'form', '.foot', '.actions']) {
      await expect(page.locator(gone).first().isVisible()).resolves.toBe(false);
    }
    await expect(page.locator('.finding').nth(2).isVisible()).resolves.toBe(true);
    const ink = await page.evaluate<string>('getComputedStyle(document.documentElement).color');
    expect(ink).toBe('rgb(0, 0, 0)');
    const cut = await page.evaluate<boolean>(
      '((list) => list.scrollHeight > list.clientHeight + 1)(document.querySelector(".findings"))',
    );
    expect(cut).toBe(false);
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
    ['light', 360],
    ['dark', 1200],
  ] as const)(
    'axe finds nothing, and nothing sticks out: %s, %i px',
    async (colorScheme, width) => {
      const viewport = { width, height: 740 };
      const page = await visit({ colorScheme, viewport, reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: 'What you get' }).waitFor();
      expect(await axe(page, 'introduction')).toEqual([]);
      await check(page);
      await page.locator('.draft a').first().click();
      expect(await axe(page, 'findings')).toEqual([]);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBe(width);
      await expect(page.locator('main img').count()).resolves.toBe(0);
      expect(opened.complaints).toEqual([]);
    },
  );
});
