// Through the real worker: linkedom cannot be loaded by jest's own module loader.

import type { AnalysisPool, ReadableArticle } from '../../../src/ingestion/types';
import { readFixture } from '../articleFixtures';
import { refusedLater } from '../refusals';
import { startPool } from '../worker';

let pool: AnalysisPool;
beforeAll(() => {
  pool = startPool({ timeoutMs: 15_000 });
});
afterAll(() => pool.close());

const read = (html: string, url: string | null = null): Promise<ReadableArticle> =>
  pool.readHtml(html, url);
const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`;
const PROSE =
  '<p>The mayor, who had fallen in, said that the water was cold, wet and, all things considered, overrated.</p>';

test('reads the article of a whole news page, and nothing around it', async () => {
  const { input, expected } = readFixture('gannet-light', 'html');
  const article = await read(input);
  expect(article).toMatchObject({
    url: expected.url,
    title: expected.title,
    publication: expected.publication,
    byline: expected.byline,
    publishedAt: new Date(expected.publishedAt),
    language: 'en-GB',
  });
  for (const paragraph of expected.paragraphs)
    expect(article.text.split('\n\n')).toContain(paragraph);
  for (const words of expected.absent) expect(article.text).not.toContain(words);
  expect(await read(input)).toEqual(article);
});

test('reads the XHTML body of a news item', async () => {
  const { input, expected } = readFixture('lindqvist.ninjs-2.2', 'json');
  const { bodies } = JSON.parse(input) as { bodies: { role: string; value: string }[] };
  const { text } = await read(bodies.find(({ role }) => role === 'main')?.value ?? '');
  expect(text.split('\n\n')).toEqual(expect.arrayContaining([...expected.paragraphs]));
});

test.each([
  ['paragraphs', '<p>One.</p>\n\n\n<p>Two.</p><p> </p><p>Three.', 'One.\n\nTwo.\n\nThree.'],
  ['line breaks', 'One.<br>Two.<br><br/>Three.', 'One.\nTwo.\n\nThree.'],
  ['lists', '<ul><li>One.<li>Two.</ul>', 'One.\n\nTwo.'],
  [
    'block quotations',
    'She said:<blockquote><p>One.</p><p>Two.</p></blockquote>',
    'She said:\n\nOne.\n\nTwo.',
  ],
  [
    'inline elements without spaces of their own',
    '<p>“<b>No</b>,” <i>he</i> <a href=x>said</a>.</p>',
    '“No,” he said.',
  ],
  ['white space across inline elements', '<p> a <b> b </b> c\n\td </p>', 'a b c d'],
  [
    'character references',
    '<p>&ldquo;R&amp;D&rdquo; &#8212; caf&eacute;&hellip; &#x1F600; &lt;b&gt;</p>',
    '“R&D” — café… 😀 <b>',
  ],
  ['no-break spaces as spaces', '<p>10&nbsp;000&#8239;km</p>', '10 000 km'],
  ['soft hyphens as nothing', '<p>attri&shy;bution</p>', 'attribution'],
  ['the marks of <q>', '<p>He said <q>she said <q>no</q></q>.</p>', 'He said “she said ‘no’”.'],
  [
    'cells apart',
    '<table><tr><td>Ayes</td><td>26</td></tr><tr><td>Noes</td><td>19</td></tr></table>',
    'Ayes 26\n\nNoes 19',
  ],
  ['lines of preformatted text', '<pre>One.\nTwo.</pre>', 'One.\nTwo.'],
  [
    'unclosed and crossing elements',
    '<p>One <b>two <i>three</b> four</i><p>Five',
    'One two three four\n\nFive',
  ],
  [
    'CDATA, comments and processing instructions away',
    '<p>One<!-- said no --><?x said?>.</p>',
    'One.',
  ],
  [
    'scripts and styles away',
    '<p>One.</p><script>"<p>Two.</p>"</script><style>p{}</style>',
    'One.',
  ],
  [
    'hidden parts away',
    '<p>One.</p><p hidden>Two.</p><p style="display: none">Three.</p><p aria-hidden="true">Four.</p>',
    'One.',
  ],
  [
    'captions away',
    '<p>One.</p><figure><img alt="Two."><figcaption>Three.</figcaption></figure><p class="image-caption">Four.</p>',
    'One.',
  ],
  [
    'consent banners away',
    '<div id="cookieBanner"><p>We said no.</p></div><p>One.</p><div class="onetrust-banner">Yes.</div>',
    'One.',
  ],
  ['half characters and NUL away', '<p>a&#xD800;b\0c</p>', 'a\ufffdbc'],
])('renders %s', async (_title, html, text) => {
  expect((await read(html)).text).toBe(text);
});

test.each<[string, string, Partial<ReadableArticle>]>([
  [
    'a headline of JSON-LD before OpenGraph',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"J"}</script><meta property="og:title" content="O">',
    { title: 'J' },
  ],
  [
    'OpenGraph where JSON-LD is broken',
    '<script type="application/ld+json">{"@type":</script><meta property="og:title" content="O"><meta property="og:site_name" content="The Paper">',
    { title: 'O', publication: 'The Paper' },
  ],
  [
    'the <title> without the outlet',
    '<title>Storm hits coast | The Paper</title>',
    { title: 'Storm hits coast' },
  ],
  [
    'the <title> with a dash in it',
    '<title>Storm – and flood – hit coast</title>',
    { title: 'Storm – and flood – hit coast' },
  ],
  ['a byline without "By"', '<meta name="author" content="By Ann Doe">', { byline: 'Ann Doe' }],
  [
    'no byline from a profile',
    '<meta property="article:author" content="https://social.example/doe">',
    { byline: null },
  ],
  [
    'the time of publication',
    '<meta property="article:published_time" content="2026-05-12T18:40:00+02:00">',
    { publishedAt: new Date('2026-05-12T16:40:00Z') },
  ],
  ['no date that cannot be read', '<meta name="date" content="last week">', { publishedAt: null }],
  [
    'the canonical address',
    '<link rel="canonical" href="https://Paper.example/a?utm_source=x">',
    { url: 'https://paper.example/a' },
  ],
  [
    'a relative canonical address',
    '<link rel="canonical" href="/a">',
    { url: 'https://paper.example/a' },
  ],
  [
    'og:url where no canonical address is usable',
    '<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://paper.example/b">',
    { url: 'https://paper.example/b' },
  ],
  [
    'the locale of OpenGraph as a language',
    '<meta property="og:locale" content="en_GB">',
    { language: 'en-GB' },
  ],
])('takes from a page %s', async (_title, head, expected) => {
  expect(await read(page(head, PROSE), 'https://paper.example/x')).toMatchObject(expected);
});

test('reads pages without <html> or <body>', async () => {
  expect((await read(`<!doctype html><title>T</title>${PROSE}`)).text).toMatch(
    /^The mayor.*overrated\.$/,
  );
  expect((await read(`<head><title>T</title></head>${PROSE}`)).text).toMatch(
    /^The mayor.*overrated\.$/,
  );
  expect((await read(`<body>${PROSE}`)).text).toMatch(/^The mayor.*overrated\.$/);
});

test.each([
  ['nothing to read', page('<title>T</title>', '<script>said()</script>'), /no readable text/],
  ['elements nested without end', '<div>'.repeat(100_000), /nested more than 256 deep/],
  ['more elements than any page', '<p>x'.repeat(60_000), /more than 50000 elements/],
  ['a flood of character references', `<p>${'&amp;'.repeat(400_000)}`, /pieces of text/],
  ['a flood of opening brackets', '<'.repeat(1_000_000), /pieces of text/],
  [
    'a flood of attributes',
    `<p ${Array.from({ length: 5000 }, (_, i) => `a${i}=1`).join(' ')}>x`,
    /attributes/,
  ],
])('refuses %s', async (_title, html, message) => {
  const { kind, message: said } = await refusedLater(read(html));
  expect([kind, said]).toEqual(['invalid-input', expect.stringMatching(message)]);
});

test.each([
  ['stray end tags', `${'</b>'.repeat(500_000)}${PROSE}`],
  ['unclosed comments', `${PROSE}${'<!--'.repeat(500_000)}`],
  ['paragraphs', page('', PROSE.repeat(15_000))],
  ['links', page('', PROSE + '<a href=x>a</a>'.repeat(24_000))],
])('reads a page with a flood of %s in seconds', async (_title, html) => {
  const start = performance.now();
  expect((await read(html)).text).toContain('The mayor, who had fallen in');
  expect(performance.now() - start).toBeLessThan(10_000);
});
