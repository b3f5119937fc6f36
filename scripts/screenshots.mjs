// Pictures of every page at two widths and in both themes: `node scripts/screenshots.mjs http://localhost:3000 FOLDER`,
// with the service running on the sample articles. Four of them stand in the README (docs/screenshots).
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const [base = 'http://localhost:3000', folder = 'docs/screenshots'] = process.argv.slice(2);
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
const [statement] = (await read('/v1/statements?limit=1&form=direct&speaker=Miriam+Aduba')).items;
const [speaker] = (await read('/v1/speakers?limit=1')).items;
const { article } = statement;
const DRAFT =
  'The mayor, Ida Brandt, said on Monday: “The bridge will open in May.”\n\nShe denied that the cost had doubled.';

const pages = {
  search: '/',
  found: '/?speaker=Miriam+Aduba',
  filters: '/?q=water&form=direct',
  nothing: '/?q=zeppelins',
  article: `/articles/${article.id}`,
  statement: `/statements/${statement.id}`,
  speaker: `/speakers/${speaker.id}`,
  ingest: '/ingest',
};
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
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(base + path);
      await page.waitForLoadState('networkidle');
      if (name === 'filters') await page.locator('summary').click();
      if (name === 'article') await page.locator('.text .direct').first().focus();
      if (name === 'ingest') {
        await page.getByLabel('Text', { exact: true }).fill(DRAFT);
        await page.getByRole('button', { name: 'Show the statements' }).click();
        await page.locator('.reading').waitFor();
      }
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      if (wide > width) console.error(`${name} is ${wide} px wide at ${width} px`);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
