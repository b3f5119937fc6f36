import { submissionFromJsonLd } from '../../../src/ingestion/formats/jsonLd';
import { readFixture } from '../articleFixtures';
import { refused } from '../refusals';

const article = (properties: object) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  articleBody: 'He said “no”.',
  ...properties,
});

test('reads a whole NewsArticle', () => {
  const { input, expected } = readFixture('kelp-forest', 'jsonld');
  const submission = submissionFromJsonLd(JSON.parse(input));
  expect(submission).toMatchObject({
    format: 'json-ld',
    url: expected.url,
    title: expected.title,
    publication: expected.publication,
    byline: expected.byline,
    publishedAt: new Date(expected.publishedAt),
    language: expected.language,
    html: null,
  });
  expect(submission.text).toBe(expected.paragraphs.join('\n\n'));
});

test.each<[string, object, object]>([
  ['an author as a string', { author: 'A. Doe' }, { byline: 'A. Doe' }],
  [
    'an author as an object',
    { author: { '@type': 'Person', name: 'A. Doe' } },
    { byline: 'A. Doe' },
  ],
  [
    'an author in two names',
    { author: { givenName: 'Ann', familyName: 'Doe' } },
    { byline: 'Ann Doe' },
  ],
  ['several authors', { author: ['A. Doe', { name: 'B. Roe' }] }, { byline: 'A. Doe, B. Roe' }],
  [
    'an author’s profile, which is no name',
    { author: 'https://paper.example/doe' },
    { byline: null },
  ],
  ['a publisher as a string', { publisher: 'The Paper' }, { publication: 'The Paper' }],
  ['a publisher as an object', { publisher: { name: 'The Paper' } }, { publication: 'The Paper' }],
  ['the address as url', { url: 'https://paper.example/a' }, { url: 'https://paper.example/a' }],
  [
    'the address as mainEntityOfPage',
    { mainEntityOfPage: 'https://paper.example/a' },
    { url: 'https://paper.example/a' },
  ],
  [
    'the address as the @id of a page',
    { mainEntityOfPage: { '@id': 'https://paper.example/a' } },
    { url: 'https://paper.example/a' },
  ],
  ['an @id that is no address', { '@id': '#article' }, { url: null }],
  [
    'a bare day',
    { datePublished: '2026-08-20' },
    { publishedAt: new Date('2026-08-20T00:00:00Z') },
  ],
  ['a language as a tag', { inLanguage: 'en-GB' }, { language: 'en-GB' }],
  [
    'a language as an object',
    { inLanguage: { '@type': 'Language', name: 'English' } },
    { language: 'en' },
  ],
  ['a typed value', { headline: { '@value': 'H', '@language': 'en' } }, { title: 'H' }],
  ['null for what is not known', { author: null, url: null }, { byline: null, url: null }],
])('reads %s', (_title, properties, expected) => {
  expect(submissionFromJsonLd(article(properties))).toMatchObject(expected);
});

test('finds the article in a graph and follows references within it', () => {
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebPage', '@id': 'https://paper.example/a' },
      { '@type': 'Organization', '@id': '#paper', name: 'The Paper' },
      { '@type': 'Person', '@id': '#doe', name: 'A. Doe' },
      {
        '@type': ['ReportageNewsArticle', 'Thing'],
        articleBody: 'He said “no”.',
        author: [{ '@id': '#doe' }],
        publisher: { '@id': '#paper' },
      },
    ],
  };
  expect(submissionFromJsonLd(graph)).toMatchObject({
    byline: 'A. Doe',
    publication: 'The Paper',
    text: 'He said “no”.',
  });
});

test('finds the article in a list and under a full type name', () => {
  const list = [
    { '@type': 'BreadcrumbList' },
    article({ '@type': 'http://schema.org/OpinionNewsArticle' }),
  ];
  expect(submissionFromJsonLd(list).text).toBe('He said “no”.');
});

test('takes a body with markup for HTML', () => {
  const { text, html } = submissionFromJsonLd(article({ articleBody: '<p>He said “no”.</p>' }));
  expect([text, html]).toEqual([null, '<p>He said “no”.</p>']);
});

test('points at what cannot be used, also inside a graph', () => {
  const graph = { '@graph': [{}, article({ datePublished: '2026-08-20T10:00', url: '/a' })] };
  expect(refused(() => submissionFromJsonLd(graph))).toMatchObject({
    kind: 'invalid-input',
    pointers: ['/@graph/1/url', '/@graph/1/datePublished'],
  });
  const { pointers } = refused(() => submissionFromJsonLd(article({ headline: 7, author: 8 })));
  expect(pointers).toEqual(['/headline', '/author']);
});

test.each<[string, unknown, RegExp, string[]]>([
  ['no article', { '@type': 'Event', name: 'Fair' }, /no news article/, []],
  [
    'an article without a text',
    article({ articleBody: undefined }),
    /no articleBody/,
    ['/articleBody'],
  ],
  ['an article with a blank text', article({ articleBody: ' \n' }), /empty/, ['/articleBody']],
  ['an article with NUL', article({ articleBody: 'a\0' }), /NUL/, ['/articleBody']],
  ['deep nesting', JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`), /no news article/, []],
])('refuses %s', (_title, body, message, pointers) => {
  expect(refused(() => submissionFromJsonLd(body))).toEqual({
    kind: 'invalid-input',
    message: expect.stringMatching(message) as string,
    pointers,
  });
});
