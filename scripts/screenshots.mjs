// Pictures of every page at two widths and in both themes: `node scripts/screenshots.mjs http://localhost:8080 FOLDER [NAME …]`,
// with the service running on the sample articles. The best of them stand in docs/screenshots.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const [base = 'http://localhost:8080', folder = 'docs/screenshots', ...names] =
  process.argv.slice(2);
const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((place) => existsSync(place));
if (executablePath === undefined) {
  console.error('There is no Chromium here. Install it from your system’s packages.');
  process.exit(1);
}

const read = async (path) => (await fetch(base + path)).json();
const idOf = async (path) => (await read(path)).items[0].id;
const [statement] = (await read('/v1/statements?limit=1&form=direct&speaker=Miriam+Aduba')).items;
const speaker = await idOf('/v1/speakers?q=Daniel+Okoro');
const repeated = (await read('/v1/lineages?limit=1&minPublications=3')).items[0].earliest.id;
const revised = (await read('/v1/articles?limit=100')).items.find(({ revision }) => revision > 1);
const DRAFT = `“We came for a railway and for credit,” Pavel Orsik said.

“Neighbours cannot be chosen, but friendships can,” Joren Halvik said. The minister, Daniel Okoro, called it “a dreadful week” for the islands.

“The bridge will open in May,” the mayor, Ida Brandt, said on Monday.`;

/** Path of a page, and what is done there before its picture is taken. */
const PAGES = {
  search: ['/'],
  found: ['/?speaker=Miriam+Aduba'],
  filters: ['/?q=water&form=direct', (page) => page.locator('summary').first().click()],
  nothing: ['/?q=zeppelins'],
  article: [
    `/articles/${statement.article.id}`,
    (page) => page.locator('.text .direct').first().focus(),
  ],
  revised: [`/articles/${revised.id}?revision=1`],
  revisions: [
    `/articles/${revised.id}`,
    (page) => page.locator('.revisions').scrollIntoViewIfNeeded(),
  ],
  statement: [`/statements/${statement.id}`],
  lineage: [
    `/statements/${repeated}`,
    (page) => page.locator('#lineage').evaluate((heading) => heading.scrollIntoView()),
  ],
  cite: [
    `/statements/${repeated}`,
    (page) => page.locator('#cite').evaluate((heading) => heading.scrollIntoView()),
  ],
  speaker: [`/speakers/${speaker}`],
  merging: [
    `/speakers/${speaker}`,
    async (page) => {
      await page.getByText('Merge with another speaker').click();
      await page.getByLabel(/Who is the same as/).fill('ma');
      await page.locator('.choices label').first().click();
      await page.locator('#editing').evaluate((heading) => heading.scrollIntoView());
    },
  ],
  check: ['/check', checkDraft],
  findings: [
    '/check',
    async (page) => {
      await checkDraft(page);
      await page.locator('#found').evaluate((heading) => heading.scrollIntoView());
    },
  ],
  review: ['/review'],
  ingest: [
    '/ingest',
    async (page) => {
      await page.getByLabel('Text', { exact: true }).fill(DRAFT);
      await page.getByRole('button', { name: 'Show the statements' }).click();
      await page.locator('.reading').waitFor();
    },
  ],
};

async function checkDraft(page) {
  await page.getByLabel('Draft').fill(DRAFT);
  await page.getByRole('button', { name: 'Check the quotations' }).click();
  await page.locator('.finding').first().waitFor();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1200, 360]) {
    const viewport = { width, height: width === 360 ? 740 : 800 };
    const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text());
    });
    for (const [name, [path, act]] of Object.entries(PAGES)) {
      if (names.length > 0 && !names.includes(name)) continue;
      await page.goto(base + path);
      await page.waitForLoadState('networkidle');
      // Answers come a moment after what is typed or opened; a picture of waiting shows nothing.
      await page.waitForFunction(
        `!document.querySelector('main [aria-busy=true]') && !/(Reading|Searching|Writing)[^.]* …/.test(document.querySelector('main')?.innerText ?? '')`,
      );
      await act?.(page);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      if (wide > width) console.error(`${name} is ${wide} px wide at ${width} px`);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
