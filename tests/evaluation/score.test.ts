// The scorer itself: what counts as found, as the right source, as the right name.

import type { GoldArticle } from './gold';
import { score } from './score';

const text = 'Quint said it was late. Roe said no.';
const span = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const article: GoldArticle = {
  id: 'a',
  text,
  statements: [
    {
      source: [span('Quint')],
      cue: [span('said')],
      content: [span('it was late')],
      speaker: { class: 'person', name: 'Rafael Quint' },
    },
  ],
};
const perfect = {
  source: span('Quint'),
  cue: span('said'),
  content: [span('it was late')],
  names: ['Quint'],
};

test('a perfect answer scores 100', async () => {
  const scores = await score([article], async () => [perfect]);
  expect(scores.attributed).toEqual({ p: 100, r: 100, f1: 100 });
  expect(scores.speaker).toEqual({ p: 100, r: 100, f1: 100 });
  expect(scores.misnamed).toBe(0);
});

test('nothing found scores nothing', async () => {
  expect((await score([article], () => Promise.resolve([]))).attributed).toEqual({
    p: 0,
    r: 0,
    f1: 0,
  });
});

test('the wrong source does not count, nor does the wrong name', async () => {
  const scores = await score([article], () =>
    Promise.resolve([{ ...perfect, source: span('Roe'), names: ['Jane Roe'] }]),
  );
  expect(scores.attributed.f1).toBe(0);
  expect(scores.speaker.p).toBe(0);
  expect(scores.content.f1).toBe(100);
});

test('an extra statement costs precision, and a name for an unnamed source is counted', async () => {
  const unnamed: GoldArticle = {
    ...article,
    statements: [{ ...article.statements[0]!, speaker: { class: 'unnamed', name: null } }],
  };
  const scores = await score([unnamed], () =>
    Promise.resolve([perfect, { ...perfect, content: [span('no')] }]),
  );
  expect(scores.attributed).toEqual({ p: 50, r: 100, f1: 66.7 });
  expect(scores.misnamed).toBe(100);
});
