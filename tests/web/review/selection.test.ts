// Selecting in a text field must mark the same words in the stored text, whatever its line breaks.

import fc from 'fast-check';

import { fieldOffset, textOffset } from '../../../src/web/review/selection';

const shown = (text: string): string => text.replaceAll('\r\n', '\n');

test('a selection in the field is the same words in the text', () => {
  const pieces = fc.array(fc.constantFrom('\r\n', '\n', '\r', 'a', '“é', '😀', ' '));
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join('');
      const field = shown(text);
      const [start, end] = [a % (field.length + 1), b % (field.length + 1)].sort((x, y) => x - y);
      const words = text.slice(textOffset(text, start!), textOffset(text, end!));
      expect(shown(words)).toBe(field.slice(start, end));
    }),
  );
});

test.each([
  ['a\r\nb', 3, 2],
  ['a\nb', 2, 2],
  ['\r\n\r\nsaid', 4, 2],
])('%j: %i of the text is %i of the field, and back', (text, offset, inField) => {
  expect(fieldOffset(text, offset)).toBe(inField);
  expect(textOffset(text, inField)).toBe(offset);
});
