// The article's page in a real Chromium: looking at statements by pointer and by keyboard, links into a text, what revisions
// changed, five hundred statements, hostile text, nothing found, a lost connection. Skipped, and said so, without a Chromium.

import type { BrowserContextOptions } from 'playwright-core';

import { useService } from '../../support/api';
import type { Opened } from '../browser';
import { axe, useBrowser, withChromium } from '../browser';

const VISIT = `PORT LAURIN — On Monday Serranese President Joren Halvik opened the talks.

The two countries share a border. It is 1,100 kilometres long.

“Neighbours cannot be chosen, but friendships can,” he said. Halvik added that the railway would be finished in May.

“We came for a railway, not for credit,” Kestrian Foreign Minister Pavel Orsik said.`;

const FARES = `Fares will rise by five per cent in May, the operator said.

“We cannot run ships on goodwill alone,” Lea Moreau, the operator’s director, said on Monday.

The fleet has nine ships.

The pier was built in 1911.

The islands have four thousand residents.

There are two harbours.

Moreau said that the winter timetable would stay as it is.`;
const CHANGED = FARES.replace('five per cent', 'nine per cent').replace(
  'Moreau said that the winter timetable would stay as it is.',
  '“Nobody asked the islanders,” said Jon Falk, who leads the residents’ group.',
);

const HOSTILE = `The mayor said: “<img src=x onerror=alert(1)> is not my <b>name</b>.”\n\n<script>alert(2)</script> ${'a'.repeat(400)}`;

/** About five hundred statements in four hundred paragraphs. */
const LONG = Array.from({ length: 420 }, (_, n) => {
  const name = ['Brandt', 'Keller', 'Nowak', 'Osei', 'Lund', 'Marsh'][n % 6] ?? '';
  return n % 2 === 0
    ? `“The vote should be held again on day ${n},” ${name} said. She added that the hall was too small.`
    : `${name} said that the bridge would open on day ${n}. The chair made a note of it.`;
}).join('\n\n');

withChromium('the page of an article', () => {
  jest.setTimeout(90_000);
  const service = useService();
  const browser = useBrowser(service);
  let opened: Opened;

  const store = async (url: string, text: string, title = 'A text'): Promise<string> => {
    const body = { text, title, url: `https://news.example/${url}` };
    const answer = await service.api.post('/v1/articles').send(body);
    return (answer.body as { article: { id: string } }).article.id;
  };
  const visit = async (path: string, options: BrowserContextOptions = {}) => {
    opened = await browser.open(options);
    await opened.page.goto(service.url + path);
    return opened.page;
  };
  const statementsOf = async (id: string) => {
    const { body } = await service.api.get(`/v1/articles/${id}/statements?limit=100`).expect(200);
    return (body as { items: { id: string; text: string }[] }).items;
  };

  test('pointing shows who said it and marks how that is known; a click keeps it', async () => {
    const page = await visit(`/articles/${await store('visit', VISIT)}`);
    const said = page.locator('.said', { hasText: 'the railway would' });
    await said.hover();
    await page.locator('.facts .words', { hasText: 'the railway would' }).waitFor();
    await expect(page.locator('.text .cue').allInnerTexts()).resolves.toEqual(['added']);
    await expect(page.locator('.text .source').allInnerTexts()).resolves.toEqual(['Halvik']);
    // The name alone, in the middle of a sentence that is nobody's statement.
    await expect(page.locator('.text .mention').allInnerTexts()).resolves.toEqual([
      expect.stringMatching(/^(Serranese President )?Joren Halvik$/),
    ]);
    await said.click();
    await page.locator('.said', { hasText: 'We came for' }).hover();
    await page.waitForTimeout(400);
    await expect(page.locator('.facts .words').innerText()).resolves.toMatch(/the railway would/);
    await page.keyboard.press('Escape');
    await page.locator('.said', { hasText: 'Neighbours cannot' }).hover();
    await page.locator('.facts .words', { hasText: 'Neighbours cannot' }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('the keyboard goes from statement to statement, to the list past the text, and within it', async () => {
    const id = await store('visit', VISIT);
    const page = await visit(`/articles/${id}`);
    const count = (await statementsOf(id)).length;
    await page
      .locator('.index li')
      .nth(count - 1)
      .waitFor();
    await page.locator('.text .skip').focus();
    const seen: string[] = [];
    for (let n = 0; n < count; n += 1) {
      await page.keyboard.press('Tab');
      seen.push(await page.locator('.steps span').innerText());
    }
    expect(seen).toEqual(seen.map((_, n) => `${n + 1} of ${count}`));
    await page.locator('.text .skip').focus();
    await page.keyboard.press('Enter');
    await page.locator('aside:focus').waitFor();
    await page.locator('.entry[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.text [data-stop="1"]:focus').waitFor();
    await page.locator('.steps', { hasText: `2 of ${count}` }).waitFor();
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await page.locator('.text [data-stop="2"]:focus').waitFor();
  });

  test('a link to a statement in its article brings it into view, and the keyboard there', async () => {
    const id = await store('long', LONG);
    const [, , third] = (await statementsOf(id)).slice(-3);
    const page = await visit(`/articles/${id}?statement=${third?.id}`);
    const mark = page.locator('.text [data-stop]:focus');
    await mark.waitFor();
    await expect(page.locator('.facts .words').innerText()).resolves.toContain(
      String(third?.text).slice(0, 20).replace(/^“/, ''),
    );
    const top = await page.evaluate<number>('document.activeElement.getBoundingClientRect().top');
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(800);
    await page.goto(`${service.url}/articles/${id}?statement=01a2138e-0000-7000-8000-000000000000`);
    await page.getByText('is not in this text, the latest one').waitFor();
  });

  test('five hundred statements: all can be reached, the list follows, and a step stays quick', async () => {
    const id = await store('long', LONG);
    const { body } = await service.api.get(`/v1/articles/${id}`).expect(200);
    const { statementCount } = body as { statementCount: number };
    expect(statementCount).toBeGreaterThan(500);
    const page = await visit(`/articles/${id}`);
    await page
      .locator('.index li')
      .nth(statementCount - 1)
      .waitFor();
    await expect(page.locator('.text [data-stop]').count()).resolves.toBe(statementCount);
    const median = await page.evaluate<number>(`(async () => {
      const times = [];
      for (const stop of [...document.querySelectorAll('.text [data-stop]')].slice(0, 60)) {
        const began = performance.now();
        stop.focus();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[30];
    })()`);
    expect(median).toBeLessThan(100);
    await page.evaluate('document.activeElement.blur(); window.scrollTo(0, 20000)');
    await page.waitForTimeout(500);
    const scrolled = await page.evaluate<number>('document.querySelector(".index").scrollTop');
    expect(scrolled).toBeGreaterThan(1000);
  });

  test('a silent edit is said above the text; what changed is shown by statement and by word', async () => {
    const id = await store('fares', FARES, 'Ferry fares to rise');
    await store('fares', CHANGED, 'Ferry fares to rise');
    const page = await visit(`/articles/${id}`);
    await page.locator('.silent', { hasText: 'nothing in the text says so' }).waitFor();
    await page.locator('.silent a').press('Enter');
    await page.waitForURL(/\?from=1&to=2$/);
    const changed = page.getByRole('region', { name: 'Changed' });
    await expect(changed.locator('del').innerText()).resolves.toBe('five');
    await expect(changed.locator('ins').innerText()).resolves.toBe('nine');
    await page.getByRole('region', { name: 'Added' }).getByText('Nobody asked').waitFor();
    await page.getByRole('region', { name: 'No longer there' }).getByText('winter').waitFor();
    const text = page.locator('.changes');
    await expect(text.locator('del').first().innerText()).resolves.toBe('five');
    await expect(text.locator('summary').innerText()).resolves.toBe('3 paragraphs unchanged');
    for (const [name, was] of [
      ['As it was', FARES],
      ['As it became', CHANGED],
    ] as const) {
      await page.getByLabel(name).check();
      await expect(text.locator('p').allTextContents()).resolves.toEqual(was.split(/\n+/));
    }
    await page.getByRole('link', { name: /^Back to the latest text/ }).click();
    await page.locator('.text .said').first().waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
    ['light', 360],
    ['dark', 1200],
  ] as const)(
    'hostile, empty and changed texts: axe, nothing sticks out: %s, %i px',
    async (colorScheme, width) => {
      const hostile = await store('hostile', HOSTILE, `<svg onload=alert(3)> ${'x'.repeat(120)}`);
      const none = await store(
        'none',
        'The bridge is 412 metres long.\n\nIt has four lanes.',
        'Bridge',
      );
      const fares = await store('fares', CHANGED, 'Ferry fares to rise');
      const viewport = { width, height: 740 };
      const page = await visit('/', { colorScheme, viewport, reducedMotion: 'reduce' });
      for (const [path, ready] of [
        [`/articles/${hostile}`, '.text .said'],
        [`/articles/${none}`, '.empty'],
        [`/articles/${fares}`, '.silent'],
        [`/articles/${fares}?from=1&to=2`, '.changes del'],
      ] as const) {
        await page.goto(service.url + path);
        await page.locator(ready).first().waitFor();
        if (path.includes('?')) await page.locator('summary').click();
        const mark = page.locator('.text [data-stop]').first();
        if ((await mark.count()) > 0) await mark.click();
        expect(await axe(page, path)).toEqual([]);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect({ path, wide }).toEqual({ path, wide: width });
      }
      await page.goto(`${service.url}/articles/${hostile}`);
      await page.locator('.text .said').first().waitFor();
      await expect(page.locator('.text p').allTextContents()).resolves.toEqual(
        HOSTILE.split(/\n+/),
      );
      await expect(page.locator('main img, main script, main svg, .text b').count()).resolves.toBe(
        0,
      );
      expect(opened.complaints).toEqual([]);
    },
  );

  test('a connection that is lost on the way to the statements is said; trying again marks them', async () => {
    const page = await visit('/check');
    const id = await store('visit', VISIT);
    await page.route('**/statements?*', (route) => route.abort());
    await page.goto(`${service.url}/articles/${id}`);
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    // The text is there to read meanwhile, and nothing claims that nobody said anything.
    await page.locator('.text p', { hasText: 'Neighbours cannot' }).waitFor();
    await expect(page.locator('.empty').count()).resolves.toBe(0);
    await page.unroute('**/statements?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.text .said').first().waitFor();
  });
});
