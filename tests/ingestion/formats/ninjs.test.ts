import { submissionFromNinjs } from '../../../src/ingestion/formats/ninjs';
import { readFixture } from '../articleFixtures';
import { refused } from '../refusals';

const item = (properties: object) => ({
  uri: 'https://wire.example/items/1',
  body_text: 'He said “no”.',
  ...properties,
});

test.each(['dock-pay.ninjs-1.6', 'lindqvist.ninjs-2.2', 'orla-laboratory.ninjs-3.1'])(
  'reads %s',
  (name) => {
    const { input, expected } = readFixture(name, 'json');
    const submission = submissionFromNinjs(JSON.parse(input));
    expect(submission).toMatchObject({
      format: 'ninjs',
      url: expected.uri,
      title: expected.title,
      publication: expected.publication,
      byline: expected.byline,
      publishedAt: new Date(expected.publishedAt),
      language: expect.stringMatching(/^en\b/) as string,
    });
    for (const paragraph of expected.paragraphs) {
      expect((submission.text ?? submission.html ?? '').replaceAll('\u00a0', ' ')).toContain(
        paragraph,
      );
    }
  },
);

test.each<[string, object, object]>([
  [
    '1.x: markup where there is no plain text',
    { body_text: '', body_html: '<p>He said “no”.</p>' },
    { text: null, html: '<p>He said “no”.</p>' },
  ],
  [
    '1.x: body_xhtml',
    { body_text: undefined, body_xhtml: '<p>He said “no”.' },
    { html: '<p>He said “no”.' },
  ],
  [
    '1.x: a body of another name, by its look',
    { body_text: undefined, body_plain: 'Plain.' },
    { text: 'Plain.', html: null },
  ],
  ['1.x: headline_… where there is no headline', { headline_main: 'H' }, { title: 'H' }],
  ['1.x: the title where there is no headline', { title: 'T' }, { title: 'T' }],
  [
    '2.x: plain text before markup',
    {
      body_text: undefined,
      bodies: [
        { contenttype: 'text/html', value: '<p>M' },
        { contenttype: 'text/plain', value: 'P' },
      ],
    },
    { text: 'P', html: null },
  ],
  [
    '2.x: the article in markup before its summary in plain text',
    {
      body_text: undefined,
      bodies: [{ value: 'Short.' }, { contenttype: 'text/html', value: '<p>The whole story.' }],
    },
    { text: null, html: '<p>The whole story.' },
  ],
  [
    '2.x: the main body before a longer one',
    {
      body_text: undefined,
      bodies: [
        { role: 'long', value: 'L and more of it' },
        { role: 'main', value: 'M' },
      ],
    },
    { text: 'M' },
  ],
  [
    '2.x: HTML by its role alone',
    { body_text: undefined, bodies: [{ role: 'xhtml', value: 'M' }] },
    { html: 'M' },
  ],
  [
    '2.x: HTML rather than NITF',
    {
      body_text: undefined,
      bodies: [
        { contenttype: 'application/xml', value: '<nitf/>' },
        { contenttype: 'text/html', value: '<p>M' },
      ],
    },
    { html: '<p>M' },
  ],
  [
    '2.x: the main headline, not the first',
    {
      headlines: [
        { role: 'short', value: 'S' },
        { role: 'main', value: 'M' },
      ],
    },
    { title: 'M' },
  ],
  ['a headline with markup', { headline: 'A <em>big</em> day' }, { title: 'A big day' }],
  ['the provider as a string', { provider: 'The Wire' }, { publication: 'The Wire' }],
  ['the provider as an object', { provider: { name: 'The Wire' } }, { publication: 'The Wire' }],
  [
    'the source of information',
    { infosources: [{ name: 'The Wire' }] },
    { publication: 'The Wire' },
  ],
  [
    'the copyright holder, if nobody else is named',
    { copyrightholder: 'The Wire' },
    { publication: 'The Wire' },
  ],
  [
    'the creation of the content, if no version has a date',
    { contentcreated: '2026-09-01T10:00:00Z' },
    { publishedAt: new Date('2026-09-01T10:00:00Z') },
  ],
  ['a URN, which is no address', { uri: 'urn:newsml:wire.example:20260901:1' }, { url: null }],
  [
    'an embargo',
    { embargoed: '2026-10-31T23:59:59Z' },
    { text: 'He said “no”.', embargoedUntil: new Date('2026-10-31T23:59:59Z') },
  ],
  [
    'an embargo of 3.x',
    { embargoedUntil: '2026-11-02T00:00:00Z' },
    { embargoedUntil: new Date('2026-11-02T00:00:00Z') },
  ],
  [
    'withheld items, which need no text',
    { pubstatus: 'withheld', body_text: undefined },
    { pubStatus: 'withheld', text: null },
  ],
  [
    'canceled items of 3.x',
    { pubStatus: 'canceled' },
    { pubStatus: 'canceled', text: null, html: null },
  ],
  ['cancelled in British spelling', { pubstatus: 'cancelled' }, { pubStatus: 'canceled' }],
  ['a status of null', { pubstatus: null }, { pubStatus: 'usable' }],
  ['usable items', { pubstatus: 'usable' }, { text: 'He said “no”.' }],
])('reads %s', (_title, properties, expected) => {
  expect(submissionFromNinjs(item(properties))).toMatchObject(expected);
});

test.each<[string, object, RegExp, string[]]>([
  [
    'withheld items without an address',
    { pubstatus: 'withheld', uri: 'urn:newsml:wire.example:20260901:1' },
    /is withheld, but its uri is no web address/,
    ['/uri'],
  ],
  ['another status', { pubstatus: 'maybe' }, /see errors/, ['/pubstatus']],
  ['an item without uri', { uri: undefined }, /see errors/, ['/uri']],
  ['pictures', { body_text: undefined, type: 'picture' }, /no text/, []],
  [
    'a date without a zone',
    { versionCreated: '2026-09-01T10:00:00' },
    /no zone/,
    ['/versionCreated'],
  ],
  ['bodies without a value', { bodies: [{ role: 'main' }] }, /see errors/, ['/bodies/0/value']],
  [
    'NUL in a body',
    { body_text: undefined, bodies: [{ value: 'a\0' }] },
    /NUL/,
    ['/bodies/0/value'],
  ],
])('refuses %s', (_title, properties, message, pointers) => {
  expect(refused(() => submissionFromNinjs(item(properties)))).toEqual({
    kind: 'invalid-input',
    message: expect.stringMatching(message) as string,
    pointers,
  });
});

test('refuses a list of items', () => {
  expect(refused(() => submissionFromNinjs([item({})])).message).toMatch(/one by one/);
});
