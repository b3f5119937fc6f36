// The cue lexicon and how its entries are found in text.

import { describeCue } from '../../src/extraction/cues/describe';
import { findCues } from '../../src/extraction/cues/findCues';
import { inflect } from '../../src/extraction/cues/inflect';
import { LEXICON } from '../../src/extraction/cues/lexicon';
import { readDocument } from '../../src/extraction/document';
import type { CueClass } from '../../src/extraction/types';

const found = (text: string): string[] =>
  findCues(readDocument(text))
    .filter(({ entry }) => entry.kind !== 'noun')
    .map(({ entry, start, end }) => `${text.slice(start, end)} = ${entry.lemma}`);

test('the lexicon has at least four hundred entries, each lemma once for its kind', () => {
  const keys = LEXICON.map(({ kind, lemma }) => `${kind} ${lemma}`);
  expect(LEXICON.length).toBeGreaterThanOrEqual(400);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every class has entries, and lemmas are plain words', () => {
  const classes: CueClass[] = [
    'report',
    'claim',
    'denial',
    'demand',
    'promise',
    'praise',
    'criticism',
    'belief',
    'question',
    'agreement',
    'warning',
    'announcement',
    'refusal',
  ];
  expect(new Set(LEXICON.map((entry) => entry.class))).toEqual(new Set(classes));
  expect(LEXICON.filter(({ lemma }) => !/^[a-z]+(?:[ -][a-z]+)*$/.test(lemma))).toEqual([]);
});

test.each([
  ['say', 'say says said said saying'],
  ['deny', 'deny denies denied denied denying'],
  ['quip', 'quip quips quipped quipped quipping'],
  ['write', 'write writes wrote written writing'],
  ['admit', 'admit admits admitted admitted admitting'],
  ['promise', 'promise promises promised promised promising'],
  ['stress', 'stress stresses stressed stressed stressing'],
  ['agree', 'agree agrees agreed agreed agreeing'],
  ['offer', 'offer offers offered offered offering'],
  ['convey', 'convey conveys conveyed conveyed conveying'],
])('the forms of %s', (verb, forms) => {
  expect(
    inflect(verb)
      .map(([form]) => form)
      .join(' '),
  ).toBe(forms);
});

test.each([
  ['a verb', 'She said it was over.', ['said = say']],
  ['a longer phrase wins', 'He called for calm.', ['called for = call for']],
  [
    'words inside a phrase',
    'They voiced their strong support for the bill.',
    ['voiced their strong support for = voice support for'],
  ],
  [
    'a phrase that holds another cue',
    'He declined to comment on the deal.',
    ['declined to comment on = decline to comment on'],
  ],
  ['a preposition', 'It failed, according to the bank.', ['according to = according to']],
  ['a noun that looks like a verb', 'The claims were paid.', []],
  ['a verb that looks like a noun', 'Obama claims that it works.', ['claims = claim']],
])('%s', (_title, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ['said', 'say', 'report'],
  ['has repeatedly denied', 'deny', 'denial'],
  ['declined to comment on', 'decline to comment on', 'refusal'],
  ['were calling for', 'call for', 'demand'],
  ['According to', 'according to', 'report'],
  ['voiced their support for', 'voice support for', 'praise'],
  ['supported', 'support', 'praise'],
  ['zorbled', 'zorbled', 'report'],
])('"%s" is described as %s, a %s', (words, lemma, cueClass) => {
  expect(describeCue(words)).toEqual({ lemma, class: cueClass });
});
