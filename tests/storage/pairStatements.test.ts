// Kinds of edits that newsrooms make, and which statement is which afterwards.

import fc from 'fast-check';

import type { Pairable } from '../../src/storage/saving/pairStatements';
import { pairStatements } from '../../src/storage/saving/pairStatements';

const said = (content: string, source: string | null = 'the mayor', cue = 'said'): Pairable => {
  return { content, source, cue, prefix: '', suffix: '' };
};
const silence = said('“We will not comment,”');
const bridge = said('the bridge would open in May');
const money = said('it had cost 40 million');
const thanks = said('“I thank everyone who built it,”', 'Ana Ruiz');

test.each<[kind: string, before: Pairable[], after: Pairable[], pairs: string[]]>([
  ['nothing', [bridge, money], [bridge, money], ['0=0', '1=1']],
  ['a sentence above', [bridge], [money, bridge], ['0=1']],
  ['paragraphs the other way round', [bridge, money], [money, bridge], ['1=0', '0=1']],
  ['a statement less', [bridge, money, thanks], [bridge, thanks], ['0=0', '2=1']],
  ['a number', [bridge, money], [bridge, said('it had cost 45 million')], ['0=0', '1~1']],
  ['a typing mistake', [said('the brigde would open in May')], [bridge], ['0~0']],
  ['who said it', [bridge], [said('the bridge would open in May', 'her deputy')], ['0~0']],
  ['the marks alone', [thanks], [said('"I thank everyone who built it"', 'Ana Ruiz')], ['0=0']],
  ['the same words twice', [bridge, bridge, bridge], [bridge, bridge], ['0=0', '1=1']],
  [
    'the first of two that say the same is dropped',
    [
      { ...silence, prefix: 'On the cost: ' },
      { ...silence, prefix: 'On the delay: ' },
    ],
    [{ ...silence, prefix: 'On the delay: ' }],
    ['1=0'],
  ],
  [
    'the same, and what stood in front of the other is dropped with it',
    [
      { ...silence, suffix: ' said the mayor of the cost.' },
      { ...silence, prefix: 'of the cost.', suffix: ' said the mayor of the delay.' },
    ],
    [{ ...silence, prefix: 'opened.', suffix: ' said the mayor of the delay.' }],
    ['1=0'],
  ],
  ['another statement', [bridge], [money], []],
  ['the same few common words', [said('he was sorry', 'Roe')], [said('he was away', 'Doe')], []],
])('%s', (_kind, before, after, pairs) => {
  expect(
    pairStatements(before, after).map((p) => `${p.before}${p.same ? '=' : '~'}${p.after}`),
  ).toEqual(pairs);
});

const statement = fc.record({
  content: fc
    .array(fc.constantFrom('war', 'peace', 'may', 'come', '12', '“so”'), { maxLength: 5 })
    .map((words) => words.join(' ')),
  source: fc.constantFrom(null, 'he', 'the mayor'),
  cue: fc.constantFrom(null, 'said', 'told'),
  prefix: fc.constantFrom('', 'On Monday '),
  suffix: fc.constantFrom('', 'the mayor said.'),
});

test('each is paired once at most, and a text with itself entirely', () => {
  fc.assert(
    fc.property(fc.array(statement), fc.array(statement), (before, after) => {
      const pairs = pairStatements(before, after);
      expect(new Set(pairs.map((pair) => pair.before)).size).toBe(pairs.length);
      expect(new Set(pairs.map((pair) => pair.after)).size).toBe(pairs.length);
      const own = pairStatements(after, after);
      expect(own).toEqual(after.map((_one, i) => ({ before: i, after: i, same: true })));
    }),
  );
});
