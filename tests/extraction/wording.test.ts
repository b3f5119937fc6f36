// Whose words a content is made of. The content is given, in angle brackets.

import { readDocument } from '../../src/extraction/document';
import { buildStatements } from '../../src/extraction/statements';
import { wordsOf } from '../support/extraction';
import { readMarked } from '../support/marked';

/** The form, then each segment: "s:" for the speaker's words, "r:" for the reporter's. */
function wordingOf(marked: string): string[] {
  const { text, attributions } = readMarked(marked);
  const { form, segments } = buildStatements(readDocument(text), attributions, []).at(-1)!;
  return [form, ...segments.map((segment) => `${segment.words[0]}: ${wordsOf(text, segment)}`)];
}

test.each([
  ['direct', '<“It is late,”> [Quint] {said}.', ['direct', 's: It is late,']],
  ['indirect', '[Quint] {said} <it was late>.', ['indirect', 'r: it was late']],
  [
    'mixed',
    '[Quint] {said} <it was “far too late” for that>.',
    ['mixed', 'r: it was', 's: far too late', 'r: for that'],
  ],
  [
    'a phrase at the end',
    '[Quint] {called} <the plan “a bad joke”>.',
    ['mixed', 'r: the plan', 's: a bad joke'],
  ],
  [
    'two phrases',
    '[Quint] {said} <the “bad” plan, and “worse” to come>.',
    ['mixed', 'r: the', 's: bad', 'r: plan, and', 's: worse', 'r: to come'],
  ],
  [
    'brackets are the reporter’s',
    '<“We will pass [the bill] in May,”> [Quint] {said}.',
    ['direct', 's: We will pass', 'r: [the bill]', 's: in May,'],
  ],
  [
    'a word changed by a bracket is the reporter’s',
    '<“[W]e want[ed] a bridge,”> [Quint] {said}.',
    ['direct', 'r: [W]e', 'r: want[ed]', 's: a bridge,'],
  ],
  [
    'a short aside in round brackets',
    '<“He (Mr. Roe) knew it,”> [Quint] {said}.',
    ['direct', 's: He', 'r: (Mr. Roe)', 's: knew it,'],
  ],
  [
    'dots part what may not have been said together',
    '<“We came … and we won. . . . It is over,”> [Quint] {said}.',
    ['direct', 's: We came', 's: and we won', 's: It is over,'],
  ],
  [
    'scare quotes',
    '[Quint] {said} <the so-called “surge” had ended>.',
    ['indirect', 'r: the so-called “surge” had ended'],
  ],
  [
    'the title of a work',
    '[Quint] {said} <she had read “Gone With the Tide” twice>.',
    ['indirect', 'r: she had read “Gone With the Tide” twice'],
  ],
  [
    'a title of one word',
    '[Quint] {said} <the play “Hamlet” was “a bore”>.',
    ['mixed', 'r: the play “Hamlet” was', 's: a bore'],
  ],
  [
    'a word as a word',
    '[Quint] {said} <the term “surge” was new>.',
    ['indirect', 'r: the term “surge” was new'],
  ],
  ['capitals alone', '<“Make Tea Not War,”> [Quint] {said}.', ['direct', 's: Make Tea Not War,']],
  [
    'a quotation in a quotation stays in the words of whoever speaks',
    '<“He told me ‘go home’ twice,”> [Quint] {said}.',
    ['direct', 's: He told me ‘go home’ twice,'],
  ],
  [
    'what is told within somebody’s quotation is told in that person’s words',
    '“[Quint] {told} <me it was late>,” Roe said.',
    ['indirect', 'r: me it was late'],
  ],
  [
    'unless it has marks of its own there',
    '“[Quint] {told} me <‘it is late’>,” Roe said.',
    ['direct', 's: it is late'],
  ],
  [
    'straight marks, and single ones',
    "[Quint] {said} <it was 'far too late' for the ships' crews>.",
    ['mixed', 'r: it was', 's: far too late', "r: for the ships' crews"],
  ],
  [
    'a mark that is never closed',
    '[Quint] {said} <it was “far too late>.',
    ['mixed', 'r: it was', 's: far too late'],
  ],
])('%s', (_title, marked, expected) => {
  expect(wordingOf(marked)).toEqual(expected);
});
