// The pages of speakers and statements in a real Chromium: roles, bars, printings, merging and taking it back.

import type { Page } from 'playwright-core';

import type { components } from '../../../src/http/contract';
import { useService } from '../../support/api';
import { axe, useBrowser, withChromium } from '../browser';

type Schemas = components['schemas'];
type Stored = { article: Schemas['Article']; statements: Schemas['Statement'][] };

const QUOTATION = '“We waited for nine long winters in the cold port of Wenn for this ship,”';

withChromium('speaker and statement', () => {
  jest.setTimeout(60_000);
  // Behind a proxy, so that a test can be on another machine.
  const service = useService({ trustProxy: ['loopback'] });
  const browser = useBrowser(service);

  async function hand(publication: string, publishedAt: string, text: string): Promise<Stored> {
    const url = `https://${publication}.example/${publishedAt}`;
    const body = { url, publication, publishedAt, text };
    return (await service.api.post('/v1/articles').send(body).expect(201)).body as Stored;
  }
  const speakerOf = ({ statements }: Stored) => statements.flatMap(({ speakers }) => speakers)[0]!;
  const status = (page: Page, text: RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor();

  const countOf = async (id: string) =>
    ((await service.api.get(`/v1/speakers/${id}`).expect(200)).body as Schemas['Speaker'])
      .statementCount;
  /** Merges the misspelled name into Ada Abel, with the keyboard alone. */
  async function merge(page: Page) {
    await page.getByText('Merge with another speaker').press('Enter');
    await page.getByLabel(/Who is the same as/).pressSequentially('Adda');
    await page.getByRole('radio', { name: /Adda Abell/ }).press('Space');
    await page.getByLabel('Why, for the history').pressSequentially('misspelled');
    await page.keyboard.press('Enter');
  }

  let first: Stored;
  let nickname: Stored;
  beforeAll(async () => {
    first = await hand('gazette', '2026-01-10', `${QUOTATION} Mayor Ada Abel said on Monday.`);
    await hand('courier', '2026-04-02', `${QUOTATION} harbour chief Ada Abel said in spring.`);
    await hand('courier', '2026-04-03', 'The quay is too short, Ada Abel said on Friday.');
    nickname = await hand('gazette', '2026-05-01', 'Nothing will sink, Adda Abell said on Friday.');
  });

  test('a bar shows the statements of its month, by keyboard, and the address can be sent on', async () => {
    const { page, complaints } = await browser.open();
    const { id } = speakerOf(first);
    await page.goto(`${service.url}/speakers/${id}`);
    await page.getByText('Mayor', { exact: false }).first().waitFor();
    await expect(page.locator('.roles').innerText()).resolves.toMatch(/Mayor.* 10 Jan 2026/);
    const bars = page.locator('.bars > li');
    await bars.nth(3).waitFor();
    // January with one, two months of silence, April with two.
    await expect(bars.allInnerTexts()).resolves.toHaveLength(4);
    const april = page.getByRole('button', { name: 'Apr 2026: 2 statements' });
    await april.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2026-04-01.*to=2026-05-01/);
    await status(page, /^2 statements, 1 Apr 2026 to 30 Apr 2026$/);
    await page.reload();
    await status(page, /^2 statements, 1 Apr 2026 to 30 Apr 2026$/);
    await expect(april.getAttribute('aria-pressed')).resolves.toBe('true');
    // In April only one of them printed her; the bars are of all, so a month may hold none of the other.
    await page.getByRole('button', { name: /^courier 2$/ }).waitFor();
    await page.getByRole('button', { name: 'Show all statements' }).click();
    await status(page, /^3 statements$/);
    await page.getByRole('button', { name: /^gazette 1$/ }).click();
    await status(page, /^1 statement$/);
    await april.click();
    await status(page, /No statement is all of this, 1 Apr 2026 to 30 Apr 2026/);
    await page.getByRole('button', { name: 'Show all statements' }).click();
    await status(page, /^3 statements$/);
    await page.getByRole('heading', { name: 'Printed by several' }).waitFor();
    await page.locator('.repeated a', { hasText: 'nine long winters' }).waitFor();
    // Why each article was taken to mean her.
    await page.getByText('The first article that named them.').waitFor();
    await expect(page.locator('.named > li').count()).resolves.toBe(3);
    expect(complaints).toEqual([]);
  });

  test('a statement shows where else its words were printed, the earliest first', async () => {
    const { page, complaints } = await browser.open();
    const quoted = first.statements.find(({ form }) => form === 'direct')!;
    await page.goto(`${service.url}/statements/${quoted.id}`);
    await page.getByText(/2 printings in 2 articles of 2 publications/).waitFor();
    const printings = page.locator('.lineage > li');
    await expect(printings.first().innerText()).resolves.toMatch(/Printed first.*gazette/s);
    await expect(printings.nth(1).innerText()).resolves.toMatch(/The same words.*courier/s);
    await expect(axe(page, 'statement')).resolves.toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('two speakers become one, which is undone; an editor who was overtaken is told', async () => {
    const { page } = await browser.open({
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    const [stays, goes] = [speakerOf(first), speakerOf(nickname)];
    expect(goes.id).not.toBe(stays.id);
    await page.goto(`${service.url}/speakers/${stays.id}`);
    await page.getByText('Merge with another speaker').waitFor();
    await expect(axe(page, 'speaker')).resolves.toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

    // Meanwhile another editor says who that is elsewhere.
    await service.api
      .patch(`/v1/speakers/${stays.id}`)
      .set('If-Match', '*')
      .send({ sameAs: ['https://who.example/ada'] })
      .expect(200);
    await merge(page);
    await status(page, /Nothing was changed: this speaker is no longer what you decided on/);
    await page.getByText('https://who.example/ada').waitFor();
    expect(await countOf(stays.id)).toBe(3);

    await merge(page);
    await status(page, /Adda Abell and Ada Abel are one speaker now/);
    expect(await countOf(stays.id)).toBe(4);
    await page.getByText('misspelled').waitFor();
    await page.getByRole('button', { name: /^Undo what was merged/ }).click();
    await status(page, /Taken back/);
    expect(await countOf(stays.id)).toBe(3);
  });

  test('two editors merge at once: one of them does, the other is told and loses nothing', async () => {
    const [stays, goes] = [speakerOf(first), speakerOf(nickname)];
    const pages = await Promise.all([browser.open(), browser.open()]);
    for (const { page } of pages) {
      await page.goto(`${service.url}/speakers/${stays.id}`);
      await page.getByText('Merge with another speaker').waitFor();
    }
    await Promise.all(pages.map(({ page }) => merge(page)));
    await Promise.all(
      pages.map(({ page }) => status(page, /are one speaker now|Nothing was changed/)),
    );
    const told = await Promise.all(
      pages.map(({ page }) => page.locator('.editing > [role=status]').innerText()),
    );
    expect(told.filter((words) => words.includes('are one speaker now'))).toHaveLength(1);
    expect(await countOf(stays.id)).toBe(4);
    // The address of the one that is gone still leads to somebody.
    const { page } = pages[0];
    await page.goto(`${service.url}/speakers/${goes.id}`);
    await page.getByText(/has been merged into/).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Ada Abel' }).waitFor();
    await page
      .getByRole('button', { name: /^Undo what was merged/ })
      .first()
      .click();
    await status(page, /Taken back/);
    expect(await countOf(stays.id)).toBe(3);
  });

  test('from another machine a key is asked for, and a lost connection changes nothing', async () => {
    const { secret } = await service.store.keys.create('desk');
    const { page, context } = await browser.open({
      extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' },
    });
    const stays = speakerOf(first);
    await page.goto(`${service.url}/speakers/${stays.id}`);
    await merge(page);
    await page.getByRole('alert').filter({ hasText: 'needs an API key' }).waitFor();
    await page.getByLabel(/API key/).fill('mistyped');
    const again = page.getByRole('button', { name: 'Merge Adda Abell into Ada Abel' });
    await again.click();
    await page.getByRole('alert').filter({ hasText: 'not valid' }).waitFor();
    await expect(axe(page, 'speaker, asked for a key')).resolves.toEqual([]);
    await page.getByLabel(/API key/).fill(secret);
    await context.setOffline(true);
    await again.click();
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    expect(await countOf(stays.id)).toBe(3);
    await context.setOffline(false);
    await again.click();
    await status(page, /are one speaker now/);
    await page
      .getByText(/Merged by desk/)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Undo what was merged/ })
      .first()
      .click();
    await status(page, /Taken back/);
  });

  test.each([
    ['light', 360],
    ['dark', 1200],
    ['light', 1200],
    ['dark', 360],
  ] as const)('axe finds nothing, in %s at %i px, with everything open', async (...look) => {
    const [colorScheme, width] = look;
    const { page } = await browser.open({ colorScheme, viewport: { width, height: 740 } });
    await page.goto(`${service.url}/speakers/${speakerOf(first).id}`);
    await page.getByRole('button', { name: 'Apr 2026: 2 statements' }).click();
    await status(page, /^2 statements, /);
    await page.getByText('Merge with another speaker').click();
    await page.getByLabel(/Who is the same as/).fill('Adda');
    await page.getByRole('radio', { name: /Adda Abell/ }).check();
    await expect(axe(page, 'speaker')).resolves.toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);

    const quoted = first.statements.find(({ form }) => form === 'direct')!;
    await page.goto(`${service.url}/statements/${quoted.id}`);
    await page.locator('.lineage > li').nth(1).waitFor();
    await page.getByRole('button', { name: 'Show schema.org' }).click();
    await page.locator('pre.citation', { hasText: '@context' }).waitFor();
    await expect(axe(page, 'statement')).resolves.toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('every format is copied with the keyboard alone; without a connection that is said', async () => {
    const { page, context, complaints } = await browser.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const quoted = first.statements.find(({ form }) => form === 'direct')!;
    await page.goto(`${service.url}/statements/${quoted.id}`);
    const copied = async (name: string) => {
      await page.getByRole('button', { name: `Copy ${name}` }).press('Enter');
      await status(page, new RegExp(`^${name} copied`));
      return String(await page.evaluate('navigator.clipboard.readText()'));
    };
    for (const name of ['APA', 'MLA', 'Chicago', 'RIS', 'schema.org', 'Web Annotation', 'CSL-JSON'])
      await expect(copied(name)).resolves.toContain('nine long winters');
    await expect(copied('Link to the words')).resolves.toMatch(
      /^https:\/\/gazette\.example\/.*#:~:text=.*winters/,
    );
    await expect(copied('Link to this page')).resolves.toBe(page.url());
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Copy BibTeX' }).press('Enter');
    await status(page, /cannot be reached/);
    await context.setOffline(false);
    await expect(copied('BibTeX')).resolves.toMatch(/^@/);
    expect(complaints).toEqual([]);
  });

  test('names, titles and reasons that are HTML stay text, on both pages', async () => {
    const HTML = '<img src=x onerror=alert(1)>';
    const body = {
      publication: `pub ${HTML}`,
      title: `title ${HTML}`,
      byline: `by ${HTML}`,
      publishedAt: '2026-02-01',
      text: `“The ${HTML} sank,” the captain, Bo Cardell, said.`,
    };
    const stored = (await service.api.post('/v1/articles').send(body).expect(201)).body as Stored;
    const { id } = speakerOf(stored);
    await service.api
      .patch(`/v1/speakers/${id}`)
      .set('If-Match', '*')
      .send({ name: `Bo ${HTML}`, aliases: [`alias ${HTML}`], note: `why ${HTML}` })
      .expect(200);
    const { page, complaints } = await browser.open();
    await page.goto(`${service.url}/speakers/${id}`);
    await page.getByRole('heading', { level: 1, name: `Bo ${HTML}` }).waitFor();
    for (const words of ['alias', 'pub', 'title', 'why'])
      await page.getByText(`${words} ${HTML}`).first().waitFor();
    await page.locator('.statements .words a').first().click();
    await page.getByRole('heading', { name: 'Cite' }).waitFor();
    await page.locator('.citation', { hasText: HTML }).first().waitFor();
    await expect(page.locator('main img').count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });
});
