// Adding an article in a real Chromium: files of each kind, problems at their fields, a key, a lost connection.

import type { Page } from 'playwright-core';

import { useService } from '../../support/api';
import { axe, useBrowser, withChromium } from '../browser';

const TEXT = '“We waited for nine long winters,” the mayor, Ada Abel, told reporters on Monday.';
const PAGE = `<!doctype html><html lang="en"><head><title>Bridge opens</title>
  <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge opens at last","publisher":{"name":"The Desk"}}</script></head>
  <body><article><h1>Bridge opens at last</h1><p>${TEXT}</p><p>The bridge is the longest in the country, and both of its towers are of steel from the north.</p></article></body></html>`;
const NEWS_ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Bridge opens, says the mayor',
  url: 'https://desk.example/bridge',
  publisher: { name: 'The Desk' },
  datePublished: '2026-03-04T05:06:07Z',
  articleBody: TEXT,
};

withChromium('adding an article', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);

  const open = async (options?: Parameters<typeof browser.open>[0]) => {
    const opened = await browser.open(options);
    await opened.page.goto(`${service.url}/ingest`);
    return opened;
  };
  const file = (name: string, content: string | Buffer) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name }).waitFor();
  const says = (page: Page, text: RegExp) =>
    page.getByRole('alert').filter({ hasText: text }).waitFor();
  const show = (page: Page) => page.getByRole('button', { name: 'Show the statements' }).click();
  const keep = (page: Page) => page.getByRole('button', { name: 'Store the article' }).click();
  const chosen = (page: Page, name: RegExp) =>
    page.getByRole('radio', { name }).and(page.locator(':checked')).waitFor();

  test('a news item from a file: read, stored, known again, and revised', async () => {
    const { page, complaints } = await open();
    const pick = (item: object) =>
      page.getByLabel(/^A file/).setInputFiles(file('item.json', JSON.stringify(item)));
    await pick(NEWS_ARTICLE);
    await chosen(page, /JSON/);
    await page.getByLabel('Written by').fill('Cy Cole');
    await show(page);
    await heading(page, /^1 statement found; nothing is stored yet/);
    const known = page
      .getByRole('region', { name: /nothing is stored yet/ })
      .locator('dl')
      .first();
    await expect(known.innerText()).resolves.toMatch(
      /Bridge opens, says the mayor.*The Desk.*Cy Cole.*4 Mar 2026.*desk\.example/s,
    );
    await keep(page);
    await heading(page, /^Stored, with 1 statement/);
    await page.getByText('The article is stored.').waitFor();
    await keep(page);
    await heading(page, /^Already there, with 1 statement/);
    await pick({ ...NEWS_ARTICLE, articleBody: `${TEXT} “And it is no ship,” she said.` });
    await keep(page);
    await page.getByText('its new text is stored').waitFor();
    await heading(page, /^Stored, with 2 statements/);
    await page.getByRole('link', { name: 'Review its statements' }).click();
    await page.getByText('2 statements to look at').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a web page that is dropped beside the form', async () => {
    const { page, complaints } = await open();
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(PAGE)}], 'bridge.html')); return data; })()`,
    );
    await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
    await page.locator('form.dropping').waitFor();
    await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
    await chosen(page, /HTML/);
    await show(page);
    await heading(page, /^1 statement found/);
    await page.locator('.text .said', { hasText: 'nine long winters' }).waitFor();
    await page.locator('dd', { hasText: 'Bridge opens at last' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
  ] as const)(
    'problems stand at their fields, which get the focus: %s, %i px',
    async (colorScheme, width) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 740 } });
      const at = (id: string, text: RegExp) =>
        page.locator(`#${id}[aria-invalid=true]:focus ~ .problem`, { hasText: text }).waitFor();
      await page.getByLabel('Text', { exact: true }).press('Tab');
      await show(page);
      await at('text', /Paste the article here/);
      await page.getByLabel('Text', { exact: true }).fill(TEXT);
      await page.getByLabel('Address (URL)').fill('desk.example/bridge');
      await page.getByLabel('Address (URL)').press('Enter');
      await at('url', /http/);
      await says(page, /What is wrong stands at the fields/);
      await expect(axe(page, '/ingest with problems')).resolves.toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.getByLabel('Address (URL)').fill('');
      await page
        .getByLabel(/^A file/)
        .setInputFiles(file('story.pdf', Buffer.from([0x25, 0xff, 0xfe])));
      await at('text', /not text in UTF-8/);
      await page.getByLabel(/^A file/).setInputFiles(file('broken.json', '{"uri": '));
      await show(page);
      await says(page, /JSON/);
      await page
        .getByLabel(/^A file/)
        .setInputFiles(file('item.json', JSON.stringify(NEWS_ARTICLE)));
      await show(page);
      await heading(page, /^1 statement found/);
      await expect(axe(page, '/ingest with statements')).resolves.toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test('from another machine a key is asked for; a lost connection loses nothing that was typed', async () => {
    const { secret } = await service.store.keys.create('desk');
    const { page, context } = await open({
      extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' },
    });
    await page.getByLabel('Text', { exact: true }).fill(TEXT);
    await show(page);
    await says(page, /needs an API key/);
    await page.locator('#key:focus').fill(secret);
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await says(page, /cannot be reached/);
    await context.setOffline(false);
    await show(page);
    await heading(page, /^1 statement found/);
  });
});
