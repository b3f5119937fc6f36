// The listing of `verbatim extract`: who, how, and the words, readable without colours too.

import { listing } from '../../src/cli/listing';
import type { ExtractedStatement, Extraction, Span } from '../../src/extraction/types';

const text =
  'President Joren Halvik met the press. He “did not” say that trade would double, and it will not.';
const span = (words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const statement: ExtractedStatement = {
  form: 'indirect',
  content: [span('trade would double')],
  segments: [],
  alternatives: { source: [], content: [] },
  source: span('He'),
  cue: { ...span('say'), lemma: 'say', class: 'report' },
  speakers: [
    {
      speaker: 0,
      resolvedBy: 'pronoun',
      mentions: [span('He'), span('Joren Halvik')],
      confidence: 0.9,
    },
  ],
  candidates: [],
  subjects: [],
  negation: span('“did not”'),
  hedge: null,
  parent: null,
  sentence: span(text.slice(text.indexOf('He “'))),
  confidence: 0.75,
};
const extraction: Extraction = {
  engine: { name: 'rules', version: '1.0.0' },
  speakers: [{ name: 'Joren Halvik', type: 'person', aliases: [], role: 'President' }],
  subjects: [],
  statements: [statement],
};
const show = (shown: Extraction, of = text, width = 100): string =>
  listing(of, shown, width).replace(/\u001b\[\d+m/g, '');

test('shows speaker, manner, the way to the name, cue and content', () => {
  expect(show(extraction)).toBe(
    [
      '  1  Joren Halvik  indirect, report, negated, confidence 0.75',
      '     source   He → Joren Halvik (pronoun)',
      '     cue      say',
      '     content  trade would double',
      '',
      '1 statement, 1 speaker (engine rules 1.0.0)',
    ].join('\n'),
  );
});

test('says so when nobody could be named', () => {
  const unresolved = { ...extraction, statements: [{ ...statement, speakers: [], source: null }] };
  expect(show(unresolved)).toContain('1  speaker not resolved  indirect');
  expect(show(unresolved)).toContain('1 statement, 1 speaker, 1 without a resolved speaker');
});

test('breaks long content between words, under its label', () => {
  const long = { ...statement, content: [{ start: 0, end: text.length }] };
  const lines = show({ ...extraction, statements: [long] }, text, 60).split('\n');
  const content = lines.slice(
    lines.findIndex((line) => line.includes('content')),
    -2,
  );
  expect(content.length).toBeGreaterThan(1);
  for (const line of content) expect(line.length).toBeLessThanOrEqual(60);
  expect(content.join(' ').replace(/\s+/g, ' ')).toContain('President Joren Halvik met the press');
});

test('lets no control character of the text through to the terminal', () => {
  const evil = text.replace('trade', 'tra\u001b[2Jde').replace('\u001b[2J', '\u001b\u0007\u009b2');
  const start = evil.indexOf('tra');
  const shown = show(
    { ...extraction, statements: [{ ...statement, content: [{ start, end: start + 12 }] }] },
    evil,
  );
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
