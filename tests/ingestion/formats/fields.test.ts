import { submissionFromFields } from '../../../src/ingestion/formats/fields';
import { submissionFromHtml } from '../../../src/ingestion/formats/html';
import { submissionFromText } from '../../../src/ingestion/formats/text';
import { refused } from '../refusals';

const TEXT = '\ufeffHe said:\r\n“Yes.”  \r\n';

test('keeps the text to the last character, and canonicalises only the address', () => {
  expect(
    submissionFromFields({
      url: 'https://Paper.example/a?utm_source=x#top',
      title: ' A headline ',
      publication: 'The Paper',
      byline: null,
      publishedAt: '2026-05-12T18:40:00+02:00',
      language: 'en-GB',
      text: TEXT,
    }),
  ).toEqual({
    format: 'text',
    url: 'https://paper.example/a',
    title: 'A headline',
    publication: 'The Paper',
    byline: null,
    publishedAt: new Date('2026-05-12T16:40:00Z'),
    language: 'en-GB',
    text: TEXT,
    html: null,
  });
});

test('names every field that cannot be used', () => {
  const { kind, pointers } = refused(() =>
    submissionFromFields({
      url: '/a',
      title: 'x\0y',
      publication: 'p'.repeat(201),
      publishedAt: '2026-05-12T18:40:00',
      language: 'English, I think',
      text: 'Said.',
    }),
  );
  expect(kind).toBe('invalid-input');
  expect(pointers).toEqual(['/url', '/title', '/publication', '/publishedAt', '/language']);
});

test.each([
  ['neither text nor html', {}, /neither/],
  ['both', { text: 'a', html: '<p>a' }, /both/],
])('refuses %s', (_title, fields, message) => {
  expect(refused(() => submissionFromFields(fields)).message).toMatch(message);
});

test('reads a bare text and a bare page, with what is known beside them', () => {
  expect(submissionFromText(TEXT, { publication: 'The Paper' })).toMatchObject({
    format: 'text',
    publication: 'The Paper',
    text: TEXT,
    html: null,
  });
  expect(submissionFromHtml('<p>Said.')).toMatchObject({
    format: 'html',
    text: null,
    html: '<p>Said.',
  });
});

test('refuses an empty text and an empty page', () => {
  expect(refused(() => submissionFromText(' \n')).pointers).toEqual([]);
  expect(refused(() => submissionFromHtml(' \n')).message).toMatch(/empty/);
});
