import { canonicalUrl } from '../../src/ingestion/url';

test.each([
  [
    'lowercases scheme and host, not the path',
    'HTTPS://Paper.Example/News/A',
    'https://paper.example/News/A',
  ],
  ['drops the default port', 'https://paper.example:443/a', 'https://paper.example/a'],
  ['keeps another port', 'http://paper.example:8080/a', 'http://paper.example:8080/a'],
  ['drops the fragment', 'https://paper.example/a#comments', 'https://paper.example/a'],
  [
    'drops tracking parameters',
    'https://paper.example/a?utm_source=x&fbclid=y&gclid=z',
    'https://paper.example/a',
  ],
  [
    'keeps what chooses the article',
    'https://paper.example/a?utm_medium=m&id=7&page=2',
    'https://paper.example/a?id=7&page=2',
  ],
  [
    'keeps the encoding of what it keeps',
    'https://paper.example/a?q=caf%C3%A9+x&UTM_Term=t',
    'https://paper.example/a?q=caf%C3%A9+x',
  ],
  [
    'keeps parameters that only resemble tracking',
    'https://paper.example/a?reference=1&mutm_x=2',
    'https://paper.example/a?reference=1&mutm_x=2',
  ],
  ['drops an empty query', 'https://paper.example/a?', 'https://paper.example/a'],
  ['resolves dots', 'https://paper.example/x/../a', 'https://paper.example/a'],
  [
    'writes other alphabets as the web does',
    'https://zeitung.example/straße',
    'https://zeitung.example/stra%C3%9Fe',
  ],
])('%s', (_title, written, url) => {
  expect(canonicalUrl(written)).toEqual({ url });
  expect(canonicalUrl(url)).toEqual({ url });
});

test('resolves an address relative to its page', () => {
  expect(canonicalUrl('/a?x=1', 'https://paper.example/b')).toEqual({
    url: 'https://paper.example/a?x=1',
  });
});

test.each([
  ['a path alone', '/news/1', /not a whole URL/],
  ['words', 'no address', /not a whole URL/],
  ['another scheme', 'ftp://paper.example/a', /http or https/],
  ['a script', 'javascript:alert(1)', /http or https/],
  ['a password', 'https://me:secret@paper.example/a', /password/],
  ['more than can be indexed', `https://paper.example/${'a'.repeat(3000)}`, /at most 2048/],
])('refuses %s', (_title, written, problem) => {
  expect(canonicalUrl(written)).toEqual({ problem: expect.stringMatching(problem) as string });
});
