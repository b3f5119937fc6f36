import { recogniseJson } from '../../../src/ingestion/formats/recognise';

test.each([
  ['the native JSON', { text: 'Said.', title: 'T' }, 'fields'],
  ['the native JSON with a uri by mistake', { text: 'Said.', uri: 'x' }, 'fields'],
  ['nothing', {}, 'fields'],
  ['what is no object', 'text', 'fields'],
  ['a list of other things', [1, 2], 'fields'],
  ['JSON-LD by its context', { '@context': 'https://schema.org', text: 'x' }, 'json-ld'],
  ['JSON-LD by its type alone', { '@type': 'NewsArticle', headline: 'H' }, 'json-ld'],
  ['a graph', { '@graph': [] }, 'json-ld'],
  ['a list of JSON-LD', [{ '@type': 'WebPage' }, { '@type': 'NewsArticle' }], 'json-ld'],
  ['ninjs 1.x', { uri: 'x', versioncreated: 'd', body_text: 'Said.' }, 'ninjs'],
  ['ninjs 2.x', { uri: 'x', bodies: [{ value: 'Said.' }] }, 'ninjs'],
  ['ninjs 3.x', { uri: 'x', pubStatus: 'usable', by: 'A' }, 'ninjs'],
  ['ninjs by its standard', { $standard: { name: 'ninjs', version: '1.4' }, uri: 'x' }, 'ninjs'],
])('recognises %s', (_title, body, format) => {
  expect(recogniseJson(body)).toBe(format);
});
