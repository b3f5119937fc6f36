import { kindOf } from '../../../src/web/ingest/kinds';

test.each([
  ['an article', 'She said: “No.”', '', 'text'],
  ['an article that begins with a bracket', '[Reuters] She said no.', '', 'text'],
  [
    'an article that begins with a comparison',
    '<5% of voters said no, the office said.',
    '',
    'text',
  ],
  ['an article with a tag in it', 'He typed <b> and said: “No.”', '', 'text'],
  ['a page', ' <!DOCTYPE html><html><body><p>She said no.</p>', '', 'html'],
  ['a part of a page', '<article><p>She said no.</p></article>', '', 'html'],
  ['a file by its name', '<p>She said no.</p>', 'story.HTML', 'html'],
  ['a news item', ' {"uri": "x", "body_text": "She said no."}', '', 'json'],
  ['a list of things', '[{"@type": "NewsArticle"}]', 'story.txt', 'json'],
  ['a broken news item, by its name', '{"uri": ', 'story.json', 'json'],
  ['broken JSON that was pasted', '{"uri": ', '', 'text'],
])('%s', (_title, content, fileName, kind) => {
  expect(kindOf(content, fileName)).toBe(kind);
});
