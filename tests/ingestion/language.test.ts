import { performance } from 'node:perf_hooks';

import { detectLanguage, requireEnglish } from '../../src/ingestion/language';
import { refused } from './refusals';

const claims = { declared: null, page: null, pointer: '/language' };

test.each([
  ['one sentence', 'The minister said the bridge would be closed for the rest of the winter.'],
  [
    'one sentence full of foreign names',
    'Jean-Claude Juncker and Angela Merkel told Donald Tusk that they would not go to Gdańsk.',
  ],
  [
    'a quotation',
    '“I have never been so wet in my life,” said the mayor of Calderport, who had fallen in.',
  ],
  [
    'a sports report',
    'Arrieta, who was sent off for a second yellow card, apologised to the supporters who had travelled from Wenbridge.',
  ],
])('knows %s as English', (_title, text) => {
  expect(requireEnglish(text, claims)).toBe('en');
});

test.each([
  [
    'German',
    'de',
    'Der Minister sagte am Dienstag, die Brücke bleibe den ganzen Winter über gesperrt. „Wir haben keine Wahl“, fügte er hinzu.',
  ],
  [
    'French',
    'fr',
    'Le ministre a déclaré mardi que le pont resterait fermé tout l’hiver. « Nous n’avons pas le choix », a-t-il ajouté.',
  ],
  [
    'Spanish',
    'es',
    'El ministro dijo el martes que el puente permanecerá cerrado todo el invierno. «No tenemos elección», añadió.',
  ],
  [
    'Dutch',
    'nl',
    'De minister zei dinsdag dat de brug de hele winter gesloten blijft. ‘We hebben geen keuze’, voegde hij eraan toe.',
  ],
  ['Russian', 'ru', 'Министр заявил во вторник, что мост останется закрытым на всю зиму.'],
  ['Japanese', 'ja', '大臣は火曜日、橋は冬の間ずっと閉鎖されると述べた。'],
])('refuses %s and says so', (name, tag, text) => {
  const { kind, message, pointers } = refused(() => requireEnglish(text, claims));
  expect([kind, pointers]).toEqual(['unsupported-language', []]);
  expect(message).toContain(`${name} (${tag})`);
});

test('refuses what is declared to be in another language, English or not', () => {
  const text = 'The minister said the bridge would be closed for the rest of the winter.';
  expect(refused(() => requireEnglish(text, { ...claims, declared: 'de-AT' }))).toMatchObject({
    kind: 'unsupported-language',
    message: expect.stringContaining('Austrian German (de-AT)') as string,
    pointers: ['/language'],
  });
});

test('lets through what is too short to tell', () => {
  expect(detectLanguage('Nobody.')).toBeNull();
  expect(requireEnglish('Carroll, Neville, Keane.', claims)).toBe('en');
  expect(requireEnglish('Ja.', { ...claims, declared: 'en-GB' })).toBe('en-GB');
});

test('believes clearly English text before the language of a page’s template', () => {
  const text =
    'The minister said that the bridge would be closed for the rest of the winter, and that this was not his fault.';
  expect(requireEnglish(text, { ...claims, page: 'fr' })).toBe('en');
  expect(requireEnglish(text, { ...claims, page: 'en-AU' })).toBe('en-AU');
  expect(refused(() => requireEnglish('Oui.', { ...claims, page: 'fr' })).kind).toBe(
    'unsupported-language',
  );
});

test('judges a long text by samples, so that the event loop goes on', () => {
  const text =
    'The minister said that Godzilla and Gdańsk would not be mentioned again in Parliament. '.repeat(
      12_000,
    );
  detectLanguage(text);
  const start = performance.now();
  expect(detectLanguage(text)).toBe('en');
  expect(performance.now() - start).toBeLessThan(50);
});
