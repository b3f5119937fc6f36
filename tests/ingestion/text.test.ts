import { checkText } from '../../src/ingestion/text';
import { refused } from './refusals';

test.each([
  ['line ends of Windows', 'One.\r\n\r\nTwo.'],
  ['emoji', 'She said 👩‍🚀 “yes”.'],
  ['right-to-left text', 'قال الوزير: «نعم»'],
  ['white space around it', '  \n Said. \n '],
  ['a no-break space and a soft hyphen', 'a\u00a0b\u00adc'],
])('takes %s', (_title, text) => {
  expect(() => checkText(text, '/text')).not.toThrow();
});

test.each([
  ['nothing', '', /empty/],
  ['white space', ' \r\n\t\u00a0', /empty/],
  ['NUL', 'before\0after', /NUL character \(U\+0000\) at offset 6/],
  ['half a character, first', 'ab\ud83d', /lone surrogate U\+D83D\) at offset 2/],
  ['half a character, second', '\ude00ab', /lone surrogate U\+DE00\) at offset 0/],
])('refuses %s and says what to do', (_title, text, message) => {
  expect(refused(() => checkText(text, '/text'))).toEqual({
    kind: 'invalid-input',
    message: expect.stringMatching(message) as string,
    pointers: ['/text'],
  });
});
