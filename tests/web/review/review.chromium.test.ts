// Review in a real Chromium: an editor without a mouse, two editors at once, a lost connection, hostile text, a key.

import type { Page } from 'playwright-core';

import type { components } from '../../../src/http/contract';
import { useService } from '../../support/api';
import { axe, useBrowser, withChromium } from '../browser';

type Schemas = components['schemas'];
type Statement = Schemas['Statement'];

const TEXT =
  'The bridge will open in May, the mayor, Ada Abel, told reporters on Monday.\r\n\r\n' +
  '“We waited for nine long winters,” she said. “And <img src=x onerror=alert(1)> is no ship.”\r\n\r\n' +
  'Critics, it seems, think that the bridge costs too much, according to Bo Bell of the port.';

withChromium('review', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);
  let count = 0;

  /** Stores an article; gives its statements, the least certain first. */
  async function hand() {
    const { body } = await service.api
      .post('/v1/articles')
      .send({ url: `https://desk.example/${(count += 1)}`, publication: 'The Desk', text: TEXT })
      .expect(201);
    const { article, statements } = body as {
      article: Schemas['Article'];
      statements: Statement[];
    };
    return { article, statements: statements.sort((a, b) => a.confidence - b.confidence) };
  }
  const read = async (id: string) =>
    (await service.api.get(`/v1/statements/${id}`).expect(200)).body as Statement;
  /** Asks again and again from outside: a predicate that waits within the page would have to be compiled there, which the policy forbids. */
  const until = async (page: Page, expression: string) => {
    while (!(await page.evaluate<boolean>(expression))) await page.waitForTimeout(20);
  };
  const card = (page: Page) => page.getByRole('region', { name: 'Statement under review' });
  const status = (page: Page, text: RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor();
  /** Opens the queue and waits until the card can be used; answers which statement it shows. */
  const shows = async (page: Page, { id }: Statement) => {
    await card(page).locator(`.words a[href="/statements/${id}"]`).waitFor();
    await until(page, 'document.activeElement.matches(".review")');
  };

  test('the keyboard alone confirms, rejects and takes back, the least certain first', async () => {
    const { page, complaints } = await browser.open();
    const { article, statements } = await hand();
    const [first, second] = statements as [Statement, Statement];
    await page.goto(`${service.url}/review?article=${article.id}`);
    await shows(page, first);
    await expect(axe(page, '/review')).resolves.toEqual([]);
    await page.keyboard.press('c');
    await status(page, /^Confirmed/);
    await shows(page, second);
    await page.keyboard.press('r');
    await status(page, /^Rejected/);
    expect((await read(first.id)).review.state).toBe('confirmed');
    expect((await read(second.id)).review.state).toBe('rejected');
    await until(page, 'document.activeElement.matches(".review")');
    await page.keyboard.press('u');
    await status(page, /^Taken back: rejected/);
    await shows(page, second);
    expect((await read(second.id)).review.state).toBe('machine');
    expect(complaints).toEqual([]);
  });

  test('the speaker is corrected by keyboard: suggested, new, or nobody', async () => {
    const { page } = await browser.open();
    const { statements } = await hand();
    const said = statements.find(({ form }) => form === 'direct')!;
    const set = async (name: string, told: RegExp) => {
      await page.goto(`${service.url}/review?statement=${said.id}`);
      await shows(page, said);
      await page.keyboard.press('s');
      await page.getByLabel('Who spoke').fill(name);
      if (name === 'Bo Bell') {
        await page.locator('#speaker-names option[value="Bo Bell"]').waitFor({ state: 'attached' });
      }
      await page.keyboard.press('Enter');
      await status(page, told);
      return (await read(said.id)).speakers.map((speaker) => `${speaker.name} ${speaker.type}`);
    };
    await expect(set('Bo Bell', /Corrected: the speaker is Bo Bell/)).resolves.toEqual([
      'Bo Bell person',
    ]);
    await expect(set('Cy Cole', /Corrected: the speaker is Cy Cole/)).resolves.toEqual([
      'Cy Cole person',
    ]);
    await expect(set('', /not known/)).resolves.toEqual([]);
    expect((await read(said.id)).review.state).toBe('corrected');
  });

  test('the words are corrected by keyboard, in a text whose line breaks are two characters', async () => {
    const { page, complaints } = await browser.open();
    const { statements } = await hand();
    const said = statements.find(({ text }) => text.includes('nine long winters'))!;
    await page.goto(`${service.url}/review?statement=${said.id}`);
    await shows(page, said);
    await page.keyboard.press('w');
    await until(page, 'document.activeElement.id === "passage"');
    const selected = await page.evaluate<string>('getSelection().toString()');
    expect(TEXT.replaceAll('\r\n', '\n')).toContain(selected);
    await page.keyboard.type('x');
    await page.evaluate(
      `{ const f = document.activeElement; const at = f.value.indexOf('nine long'); f.setSelectionRange(at, at); }`,
    );
    for (let n = 0; n < 'nine long winters'.length; n += 1) {
      await page.keyboard.press('Shift+ArrowRight');
    }
    await page.keyboard.press('Enter');
    await status(page, /Corrected: the words/);
    const after = await read(said.id);
    expect(after.content.map(({ exact }) => exact)).toEqual(['nine long winters']);
    expect(after.review.state).toBe('corrected');
    await expect(page.locator('main img').count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });

  test('who is named for it is corrected in the same way, and the cue', async () => {
    const { page } = await browser.open();
    const { statements } = await hand();
    const said = statements.find(({ text }) => text.includes('nine long winters'))!;
    await page.goto(`${service.url}/review?statement=${said.id}`);
    await shows(page, said);
    await page.keyboard.press('w');
    await until(page, 'document.activeElement.id === "passage"');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('radio', { name: 'Who is named for it' })
      .and(page.locator(':checked'))
      .waitFor();
    await page.keyboard.press('Tab');
    await page.evaluate(
      `{ const f = document.activeElement; const at = f.value.indexOf('Ada Abel'); f.setSelectionRange(at, at + 8); }`,
    );
    await page.keyboard.press('Enter');
    await status(page, /Corrected: the words that name who spoke/);
    expect((await read(said.id)).source?.exact).toBe('Ada Abel');
  });

  test('the topics are corrected by keyboard, and that is taken back', async () => {
    const { page } = await browser.open();
    const { statements } = await hand();
    const [first] = statements as [Statement];
    await page.goto(`${service.url}/review?statement=${first.id}`);
    await shows(page, first);
    await page.keyboard.press('t');
    await until(page, 'document.activeElement.id === "add-topic"');
    await page.keyboard.type('railway transport');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take off Railway transport' }).waitFor();
    await expect(axe(page, '/review topics')).resolves.toEqual([]);
    await until(page, 'document.activeElement.id === "add-topic"');
    await page.keyboard.type('no such thing');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'There is no such topic' }).waitFor();
    await page.getByLabel('Add a topic').fill('');
    await page.keyboard.press('Enter');
    await status(page, /^Corrected: the topics are .*Railway transport/);
    const before = first.topics.map(({ label }) => label);
    const topics = async () => (await read(first.id)).topics.map(({ label }) => label).sort();
    await expect(topics()).resolves.toEqual([...before, 'Railway transport'].sort());
    await page.getByRole('button', { name: 'Undo' }).click();
    await status(page, /^Taken back/);
    await expect(topics()).resolves.toEqual(before.sort());
  });

  test('the queue goes on while one works, says how much is left, and “?” lists the keys', async () => {
    const { page } = await browser.open();
    const bridges = Array.from(
      { length: 55 },
      (_, n) => `“We have mended bridge ${n} at last,” Ada Abel said.`,
    );
    await service.api
      .post('/v1/articles')
      .send({ publication: 'The Long Desk', text: bridges.join('\n\n') })
      .expect(201);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('sort=confidence')) asked.push(request.url());
    });
    await page.goto(`${service.url}/review?publication=The+Long+Desk`);
    await page.getByText('55 statements to look at').waitFor();
    const seen = new Set<string>();
    for (let n = 0; n < 55; n += 1) {
      await page.getByText(`${55 - n} statement${n === 54 ? '' : 's'} to look at`).waitFor();
      await until(page, 'document.activeElement.matches(".review")');
      seen.add(await card(page).locator('.words a').first().innerText());
      await page.keyboard.press('n');
    }
    expect(seen.size).toBe(55);
    expect(asked).toHaveLength(2);
    await page.getByText('This was the last of them').waitFor();
    await page.getByRole('button', { name: 'Look for more' }).press('Enter');
    await until(page, 'document.activeElement.matches(".review")');
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.getByText('Correct the topics').waitFor();
    await expect(axe(page, '/review ?')).resolves.toEqual([]);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await until(page, 'document.activeElement.matches(".review")');
  });

  test('without a key, and with a wrong one, it says what to do; with the right one the word is said', async () => {
    const { page } = await browser.open({
      extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' },
      colorScheme: 'dark',
    });
    const { statements } = await hand();
    const [first] = statements as [Statement];
    const says = (text: string) => page.getByRole('alert').filter({ hasText: text }).waitFor();
    await page.goto(`${service.url}/review?statement=${first.id}`);
    await shows(page, first);
    await page.keyboard.press('c');
    await says('none has been made yet');
    const { secret } = await service.store.keys.create('desk');
    await until(page, 'document.activeElement.id === "key"');
    await page.keyboard.type('mistyped');
    await page.keyboard.press('Enter');
    await says('not valid');
    await expect(axe(page, '/review key')).resolves.toEqual([]);
    expect((await read(first.id)).review.state).toBe('machine');
    await page.getByLabel(/API key/).fill(secret);
    await page.keyboard.press('Enter');
    await status(page, /^Confirmed/);
    expect((await read(first.id)).review).toMatchObject({ state: 'confirmed', by: 'desk' });
  });

  test('two editors never overwrite each other: the slower one sees what the quicker one said', async () => {
    const { statements } = await hand();
    const [first] = statements as [Statement];
    const [one, two] = [(await browser.open()).page, (await browser.open()).page];
    for (const page of [one, two]) {
      await page.goto(`${service.url}/review?statement=${first.id}`);
      await shows(page, first);
    }
    await one.keyboard.press('r');
    await status(one, /^Rejected/);
    await two.keyboard.press('c');
    await status(two, /Nothing of yours was written: .* has rejected it meanwhile/);
    await card(two).locator('.where', { hasText: 'rejected' }).waitFor();
    expect((await read(first.id)).review.state).toBe('rejected');
    // Deciding again, knowing that, is allowed.
    await until(two, 'document.activeElement.matches(".review")');
    await two.keyboard.press('c');
    await status(two, /^Confirmed/);
    // And now the first one's undo would undo what is not theirs.
    await one.getByRole('button', { name: 'Undo' }).click();
    await status(one, /Nothing of yours was written: .* has confirmed it meanwhile/);
    expect((await read(first.id)).review.state).toBe('confirmed');
  });

  test('a lost connection writes nothing, and the word can be said again', async () => {
    const { page, context } = await browser.open({
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    const { statements } = await hand();
    const [first] = statements as [Statement];
    await page.goto(`${service.url}/review?statement=${first.id}`);
    await shows(page, first);
    await expect(axe(page, '/review')).resolves.toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await context.setOffline(true);
    await page.keyboard.press('c');
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    await context.setOffline(false);
    await page.keyboard.press('c');
    await status(page, /^Confirmed/);
    await page.getByText('This was the last of them').waitFor();
  });
});
