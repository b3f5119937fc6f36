// The cue lexicon, and how the words of a cue are described by it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeCue } from '../../src/extraction/cues/describe';
import { inflect } from '../../src/extraction/cues/inflect';
import { LEXICON } from '../../src/extraction/cues/lexicon';
import type { CueClass } from '../../src/extraction/types';

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

/** The rows of the glossary's table of classes: the class and the cues given for it. */
const DOCUMENTED = [
  ...readFileSync(join(__dirname, '../../docs/glossary.md'), 'utf8').matchAll(
    /^\| `(\w+)` +\|[^|]*\| ([^|]*?) +\|$/gm,
  ),
].map(([, cueClass, cues]) => [cueClass!, cues!] as const);

test('the glossary has every class', () => {
  const documented = DOCUMENTED.map(([cueClass]) => cueClass).sort();
  expect(documented).toEqual([...new Set(LEXICON.map((entry) => entry.class))].sort());
});

test.each(DOCUMENTED)('the glossary’s cues for %s have that class: %s', (cueClass, cues) => {
  for (const cue of cues.split(', '))
    expect({ cue, class: describeCue(cue).class }).toEqual({ cue, class: cueClass });
});

test('a good part of the entries are phrases', () => {
  expect(LEXICON.filter(({ lemma }) => lemma.includes(' ')).length).toBeGreaterThanOrEqual(200);
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
  expect(inflect(verb).join(' ')).toBe(forms);
});

test.each([
  ['said', 'say', 'report'],
  ['has repeatedly denied', 'deny', 'denial'],
  ['declined to comment on', 'decline to comment on', 'refusal'],
  ['were calling for', 'call for', 'demand'],
  ['According to', 'according to', 'report'],
  ['voiced their support for', 'voice support for', 'praise'],
  ['supported', 'support', 'praise'],
  ['made the remarks when', 'make the remarks', 'report'],
  ['asked', 'ask', 'question'],
  ['objected', 'object', 'criticism'],
  ['would neither confirm nor deny', 'confirm nor deny', 'refusal'],
  ['zorbled', 'zorbled', 'report'],
])('"%s" is described as %s, a %s', (words, lemma, cueClass) => {
  expect(describeCue(words)).toEqual({ lemma, class: cueClass });
});

test.each([
  ['called', 'for an election', 'call for', 'demand'],
  ['voiced', 'his strong support for the treaty', 'voice support for', 'praise'],
  ['said', 'he would call for calm', 'say', 'report'],
  ['asked the council', 'to approve it', 'ask to', 'demand'],
])('"%s | %s" is described as %s, a %s', (words, ahead, lemma, cueClass) => {
  expect(describeCue(words, ahead)).toEqual({ lemma, class: cueClass });
});
