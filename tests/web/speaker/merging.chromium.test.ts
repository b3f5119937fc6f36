// Merging speakers in a real Chromium where the list to choose from is older than what another editor did, or is not all.

import type { components } from '../../../src/http/contract';
import { useService } from '../../support/api';
import { axe, useBrowser, withChromium } from '../browser';

type Schemas = components['schemas'];

withChromium('merging from a list', () => {
  jest.setTimeout(60_000);
  const service = useService();
  const browser = useBrowser(service);

  async function quote(...names: string[]): Promise<string[]> {
    const text = names
      .map((name, i) => `“We shall see number ${i} of ${name},” ${name} said.`)
      .join('\n\n');
    const { body } = await service.api.post('/v1/articles').send({ text }).expect(201);
    const { statements } = body as { statements: Schemas['Statement'][] };
    return statements.flatMap(({ speakers }) => speakers.map(({ id }) => id));
  }
  const read = async (id: string) =>
    (await service.api.get(`/v1/speakers/${id}`).expect(200)).body as Schemas['Speaker'];

  test('a speaker whom another editor has merged meanwhile is not taken up, and the page says where they went', async () => {
    const [ruth = '', rut = '', ilse = ''] = await quote(
      'Ruth Calloway',
      'Rut Calloway',
      'Ilse Brand',
    );
    const { page } = await browser.open();
    await page.goto(`${service.url}/speakers/${ruth}`);
    await page.getByText('Merge with another speaker').press('Enter');
    await page.getByLabel(/Who is the same as/).pressSequentially('Rut C');
    await page.getByRole('radio', { name: /Rut Calloway/ }).press('Space');
    await service.api
      .post(`/v1/speakers/${rut}/merge`)
      .set('If-Match', '*')
      .send({ into: ilse })
      .expect(200);
    await page.getByRole('button', { name: 'Merge Rut Calloway into Ruth Calloway' }).click();
    await page.getByRole('alert').filter({ hasText: 'has been merged into Ilse Brand' }).waitFor();
    await expect(axe(page, 'speaker, overtaken')).resolves.toEqual([]);
    await expect(read(ruth)).resolves.toMatchObject({ statementCount: 1, aliases: [] });
    await expect(read(ilse)).resolves.toMatchObject({ statementCount: 2, name: 'Ilse Brand' });
  });

  test('a list that is not all says so, and more of the name finds who is not in it', async () => {
    const names = 'Abel Brook Croft Dale Eaton Frost Grant Hale Irwin Jarvis Keane Lowell'.split(
      ' ',
    );
    const [first = ''] = await quote(...names.map((name) => `Wilhelmina ${name}`));
    const { page } = await browser.open({ viewport: { width: 360, height: 740 } });
    await page.goto(`${service.url}/speakers/${first}`);
    await page.getByText('Merge with another speaker').press('Enter');
    const box = page.getByLabel(/Who is the same as/);
    await box.pressSequentially('Wilhelmina');
    const told = page.getByRole('status');
    await told.filter({ hasText: /These \d+ have the most statements/ }).waitFor();
    await box.pressSequentially(' Low');
    await told.filter({ hasText: /^1 speaker to choose from$/ }).waitFor();
    await page.getByRole('radio', { name: /Wilhelmina Lowell/ }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
