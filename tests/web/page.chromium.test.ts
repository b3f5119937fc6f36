// The reader's page in a real Chromium, on the real service with its sample articles: what readers do, with and without
// a mouse, on a phone, offline, and on text that means harm. Skipped, and said so, where there is no Chromium.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

import { loadSeeds } from '../../src/ingestion';
import { useService } from '../support/api';
import { axe, useBrowser, withChromium } from './browser';

const HOSTILE =
  'The mayor said: “<img src=x onerror=alert(1)> is not my <b>name</b>.”\n\n<script>alert(2)</script>';

withChromium('the page', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(() => loadSeeds(join(__dirname, '../../seeds'), service.deps.ingestion));
  beforeEach(() => open());

  async function open(options?: BrowserContextOptions): Promise<void> {
    ({ context, page, complaints } = await browser.open(options));
  }

  const visit = (path: string) => page.goto(service.url + path);
  const first = async (path: string) => {
    const answer = await service.api.get(path).expect(200);
    return (answer.body as { items: { id: string; article: { id: string } }[] }).items[0]!;
  };
  const box = () => page.getByLabel('Words that were said');
  const results = () => page.locator('.statements > li');
  const status = (text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

  test('search answers while one types, and its address holds the state', async () => {
    await visit('/');
    await results().first().waitFor();
    await box().pressSequentially('ward', { delay: 20 });
    await page.waitForURL(/q=ward$/);
    await page.locator('.count', { hasText: /^\d+ statements?$/ }).waitFor();
    await expect(results().first().innerText()).resolves.toMatch(/ward/i);
    const forms = page.getByRole('list', { name: 'Form' });
    await forms.getByRole('button', { name: /^Paraphrase \d+$/ }).click();
    await page.getByRole('button', { name: 'Remove filter Form: Paraphrase' }).waitFor();
    await page.reload();
    await expect(box().inputValue()).resolves.toBe('ward');
    await results().first().waitFor();
    for (const words of await page.locator('.statement').all()) {
      await expect(words.innerText()).resolves.toMatch(/Paraphrase/);
      await expect(words.locator('.words').innerText()).resolves.not.toMatch(/^“.*”$/);
    }
    await page.getByRole('button', { name: 'Remove filter Form: Paraphrase' }).click();
    await page.waitForURL(/q=ward$/);
    expect(complaints).toEqual([]);
  });

  test('more results come by the cursor; nothing found says what to do', async () => {
    await visit('/');
    await results().nth(19).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await results().nth(119).waitFor();
    // The keyboard goes on at the first of the new ones.
    await expect(
      results().nth(20).locator('.words a').and(page.locator(':focus')).count(),
    ).resolves.toBe(1);
    await box().fill('zeppelins');
    await page.getByText('No statement matches all of this').waitFor();
    await box().fill('feries');
    await page.getByText('No statement has “feries”').waitFor();
  });

  test('the speaker is suggested, and narrows the search', async () => {
    await visit('/');
    await page.getByLabel('Name of a speaker').pressSequentially('adub');
    await page
      .locator('#speaker-options option[value="Miriam Aduba"]')
      .waitFor({ state: 'attached' });
    await page.getByLabel('Name of a speaker').fill('Miriam Aduba');
    await page.getByLabel('Name of a speaker').press('Enter');
    await page.waitForURL(/speaker=Miriam/);
    await page.locator('.count', { hasText: '20 statements' }).waitFor();
    await expect(page.locator('#speaker').inputValue()).resolves.toBe('Miriam Aduba');
  });

  test('from a result to its article, its statement, its citation and its speaker', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.url });
    await visit('/?speaker=Miriam+Aduba&form=direct');
    await results().first().locator('.where a').click();
    await page.waitForURL(/\/articles\/.*statement=/);
    await page.locator('.text .chosen').first().waitFor();
    await page.locator('.facts .words a').click();
    await page.waitForURL(/\/statements\//);
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await status(/BibTeX copied/);
    await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toMatch(/^@/);
    await page.locator('.who a').click();
    await page.getByRole('heading', { name: 'Miriam Aduba' }).waitFor();
    await page.goBack();
    await page.waitForURL(/\/statements\//);
    expect(complaints).toEqual([]);
  });

  test('all of an article’s text stands there, and every statement can be reached by Tab', async () => {
    const { article } = await first('/v1/statements?limit=1&form=mixed');
    const { text } = (
      await service.api.get(`/v1/articles/${article.id}/text`).set('Accept', 'application/json')
    ).body as { text: string };
    await visit(`/articles/${article.id}`);
    await page.locator('.index li').first().waitFor();
    const paragraphs = await page.locator('.text p').allTextContents();
    expect(paragraphs).toEqual(text.split(/\n+/).filter((paragraph) => paragraph !== ''));
    await page.locator('.text [tabindex="0"]').first().focus();
    const before = await page.locator('.facts .words').innerText();
    await page.keyboard.press('Tab');
    await expect(page.locator('.facts .words').innerText()).resolves.not.toBe(before);
    await page.getByRole('heading', { name: 'Revisions' }).waitFor();
  });

  test('the keyboard alone finds and opens a statement', async () => {
    await visit('/');
    await results().first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await box().focus();
    await page.keyboard.type('ward');
    await page.waitForURL(/q=ward/);
    await page.locator('.words', { hasText: /ward/i }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cite' }).waitFor();
  });

  test('an article is read before it is stored; hostile HTML in it is text', async () => {
    await visit('/ingest');
    await page.getByLabel('Text', { exact: true }).fill(HOSTILE);
    await page.getByLabel('Headline').fill('<svg onload=alert(3)>');
    await page.getByRole('button', { name: 'Show the statements' }).click();
    await page
      .getByRole('heading', { name: '1 statement found; nothing is stored yet' })
      .and(page.locator(':focus'))
      .waitFor();
    await page.getByRole('button', { name: 'Store the article' }).click();
    await page.getByRole('heading', { name: 'Stored, with 1 statement' }).waitFor();
    await expect(page.locator('main img, main script, main svg, .text b').count()).resolves.toBe(0);
    await page.getByRole('link', { name: 'Open the article' }).click();
    await page.waitForURL(/\/articles\//);
    await page.locator('.text', { hasText: '<script>alert(2)</script>' }).waitFor();
    await page.getByRole('heading', { name: '<svg onload=alert(3)>' }).waitFor();
    await expect(page.locator('main img, main script, main svg, .text b').count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });

  const DRAFT = `“We came for a railway and for credit,” Pavel Orsik said.\n\n“Neighbours cannot be chosen, but friendships can,” Joren Halvik said. “<img src=x onerror=alert(1)> is my name,” he added.`;
  const check = async () => {
    await visit('/check');
    await page.getByLabel('Draft').fill(DRAFT);
    await page.getByRole('button', { name: 'Check the quotations' }).click();
    await page.locator('.finding').first().waitFor();
  };

  test('a draft is checked: verdicts in place, the words that differ, evidence, a report', async () => {
    await check();
    await expect(page.locator('.draft a').allInnerTexts()).resolves.toEqual([
      expect.stringMatching(/^“We came for a railway and for credit,”.*1\. Words differ$/s),
      expect.stringMatching(/^“Neighbours cannot.*2\. Found in these words$/s),
      // Found in the hostile article, where that is stored already.
      expect.stringMatching(/^“<img src=x onerror=alert\(1\)>.*3\. (Not found|Words differ)$/s),
    ]);
    const finding = page.locator('.finding').first();
    await expect(finding.locator('del').innerText()).resolves.toBe('not');
    await expect(finding.locator('ins').innerText()).resolves.toBe('and');
    await expect(finding.innerText()).resolves.toMatch(/May change the sense.*not.*became.*and/);
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as Markdown' }).click(),
    ]);
    const report = readFileSync(await kept.path(), 'utf8');
    expect(report).toMatch(/^# Quotations checked\n/);
    expect(report).toContain('~~not~~ **and**');
    expect(report).toContain('\\<img src=x');
    expect(report).toContain(`${service.url}/statements/`);
    await page.locator('.draft a').first().press('Enter');
    await page.waitForURL(/#finding-1$/);
    await finding.locator('.statement .words a').first().click();
    await page.getByRole('heading', { name: 'Cite' }).waitFor();
    await expect(page.locator('main img').count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });

  test('an older revision shows what has changed since', async () => {
    const articles = (await service.api.get('/v1/articles?limit=100').expect(200)).body as {
      items: { id: string; revision: number }[];
    };
    const revised = articles.items.find(({ revision }) => revision > 1);
    await visit(`/articles/${revised?.id}`);
    await page.getByRole('link', { name: 'What changed from revision 1 to 2' }).click();
    await page.locator('.text ins', { hasText: 'Correction' }).waitFor();
    await page.locator('.sentence ins', { hasText: 'We have no plans' }).waitFor();
    await expect(page.locator('.text .said').count()).resolves.toBe(0);
  });

  test('a lost connection is said, and overcome', async () => {
    await visit('/');
    await results().first().waitFor();
    await context.setOffline(true);
    await box().fill('ward');
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.words', { hasText: /ward/i }).first().waitFor();
  });

  test('an id that does not exist is explained', async () => {
    await visit('/statements/01a2138e-0000-7000-8000-000000000000');
    await page
      .getByRole('alert')
      .filter({ hasText: /No|not/ })
      .waitFor();
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
  ] as const)(
    'axe finds nothing, and nothing sticks out: %s, %i px',
    async (colorScheme, width) => {
      await context.close();
      await open({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      const { id, article } = await first('/v1/statements?limit=1&form=mixed');
      const speaker = await first('/v1/speakers?limit=1');
      for (const path of [
        '/?q=ward&form=direct',
        '/?q=zeppelins',
        `/articles/${article.id}?statement=${id}`,
        `/articles/${article.id}?revision=1`,
        `/statements/${id}`,
        `/speakers/${speaker.id}`,
        '/ingest',
        '/check',
        '/review',
      ]) {
        await (path === '/check' ? check() : visit(path));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page
          .getByText(/^(Reading|Searching) /)
          .first()
          .waitFor({ state: 'hidden' });
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
        expect(await axe(page, path)).toEqual([]);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect({ path, wide }).toEqual({ path, wide: width });
      }
      expect(complaints).toEqual([]);
    },
  );
});
