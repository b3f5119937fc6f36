// The pages of speakers and statements in a real Chromium: roles, bars, printings, merging and taking it back.

import type { Page } from 'playwright-core';

import type { components } from '../../src/http/contract';
import { useService } from '../support/api';
import { axe, useBrowser, withChromium } from './browser';

type Schemas = components['schemas'];
type Stored = { article: Schemas['Article']; statements: Schemas['Statement'][] };

const QUOTATION = '“We waited for nine long winters in the cold port of Wenn for this ship,”';

withChromium('speaker and statement', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);

  async function hand(publication: string, publishedAt: string, text: string): Promise<Stored> {
    const url = `https://${publication}.example/${publishedAt}`;
    const body = { url, publication, publishedAt, text };
    return (await service.api.post('/v1/articles').send(body).expect(201)).body as Stored;
  }
  const speakerOf = ({ statements }: Stored) => statements.flatMap(({ speakers }) => speakers)[0]!;
  const status = (page: Page, text: RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor();

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
    await status(page, /^2 statements$/);
    await page.reload();
    await status(page, /^2 statements$/);
    await expect(april.getAttribute('aria-pressed')).resolves.toBe('true');
    await page.getByRole('button', { name: /^gazette 1$/ }).click();
    await status(page, /No statement is all of this/);
    await page.getByRole('button', { name: 'Show all statements' }).click();
    await status(page, /^3 statements$/);
    await page.getByRole('heading', { name: 'Printed by several' }).waitFor();
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
    const count = async () =>
      ((await service.api.get(`/v1/speakers/${stays.id}`).expect(200)).body as Schemas['Speaker'])
        .statementCount;
    const merge = async () => {
      await page.getByText('Merge with another speaker').click();
      await page.getByLabel(/Who is the same as/).fill('Adda');
      await page.getByRole('radio', { name: /Adda Abell/ }).check();
      await page.getByLabel('Why, for the history').fill('misspelled');
      await page.getByRole('button', { name: 'Merge Adda Abell into Ada Abel' }).click();
    };
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
    await merge();
    await status(page, /Nothing was changed: somebody else changed this speaker/);
    await page.getByText('https://who.example/ada').waitFor();
    expect(await count()).toBe(3);

    await merge();
    await status(page, /Adda Abell and Ada Abel are one speaker now/);
    expect(await count()).toBe(4);
    await page.getByText('misspelled').waitFor();
    await page.getByRole('button', { name: /^Undo what was merged/ }).click();
    await status(page, /Taken back/);
    expect(await count()).toBe(3);
  });
});
