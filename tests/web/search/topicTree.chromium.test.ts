// The tree of topics in a real Chromium: read when it is opened, used by keyboard, and kept in the address.

import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { loadSeeds } from '../../../src/ingestion';
import { useService } from '../../support/api';
import { axe, useBrowser, withChromium } from '../browser';

withChromium('the tree of topics', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);
  beforeAll(() => loadSeeds(join(__dirname, '../../../seeds'), service.deps.ingestion));

  const row = (page: Page, name: string) => page.getByRole('treeitem', { name });
  const focused = (page: Page, name: string) =>
    row(page, name).and(page.locator(':focus')).waitFor();
  const openTree = async (page: Page) => {
    await page.getByText('All topics, as a tree').press('Enter');
    await page.getByRole('tree', { name: 'Topics' }).waitFor();
  };

  test('it is asked for when it is opened; arrow keys, letters and Enter narrow the search', async () => {
    const { page, complaints } = await browser.open();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/topics')) asked.push(request.url());
    });
    await page.goto(`${service.url}/`);
    await page.locator('.statements > li').first().waitFor();
    expect(asked).toEqual([]);
    await openTree(page);
    expect(asked).not.toEqual([]);
    await page.keyboard.press('Tab');
    await focused(page, 'Politics');
    await expect(row(page, 'Politics').getAttribute('aria-expanded')).resolves.toBe('false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await focused(page, 'Government');
    await page.keyboard.press('ArrowLeft');
    await focused(page, 'Politics');
    await page.keyboard.press('g');
    await focused(page, 'Government');
    const label = await row(page, 'Government').innerText();
    const count = Number(/\d+$/.exec(label.trim())?.[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/topic=\d+&topicLabel=Government$/);
    await page.locator('.count', { hasText: `${count} statements` }).waitFor();
    await page.getByRole('button', { name: `Remove filter Topic: Government ${count}` }).waitFor();
    // A link that a colleague opens shows the same, with its place in the tree.
    await page.reload();
    await page.locator('.count', { hasText: `${count} statements` }).waitFor();
    await openTree(page);
    await row(page, 'Government').and(page.locator('[aria-selected=true]')).waitFor();
    await row(page, 'Government').press(' ');
    await page.waitForURL((url) => url.search === '');
    expect(complaints).toEqual([]);
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
  ] as const)(
    'axe finds nothing, and nothing sticks out: %s, %i px',
    async (colorScheme, width) => {
      const { page } = await browser.open({ colorScheme, viewport: { width, height: 740 } });
      await page.goto(`${service.url}/?form=direct`);
      await page.locator('.statements > li').first().waitFor();
      if (width === 360) await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('list', { name: 'Speaker' }).waitFor();
      await openTree(page);
      await row(page, 'Politics').press('ArrowRight');
      await row(page, 'Government').waitFor();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
      await expect(axe(page, 'the tree')).resolves.toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test('a lost connection is said in its place, and overcome', async () => {
    const { page, context } = await browser.open();
    await page.goto(`${service.url}/`);
    await page.locator('.statements > li').first().waitFor();
    await page.getByRole('list', { name: 'Speaker' }).waitFor();
    await context.setOffline(true);
    await page.getByText('All topics, as a tree').press('Enter');
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await row(page, 'Politics').waitFor();
  });
});
