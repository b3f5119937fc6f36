// A check as a file to keep: what was found, and words of drafts and articles that stay words whatever they contain.

import type { Checked, Report } from '../../../src/web/check/report';
import { htmlOf } from '../../../src/web/check/reportHtml';
import { markdownOf } from '../../../src/web/check/reportMarkdown';

const HOSTILE = '</p><script>alert(1)</script> & [me](javascript:alert(2)) "x" \'y\'';

const draft = `He said: “${HOSTILE}”`;
const quotation: Checked = {
  quotation: HOSTILE,
  spans: [{ start: 9, end: draft.length, exact: draft.slice(9) }],
  credited: [{ name: '<i>Ida</i>', ids: [] }],
  verdict: 'altered',
  summary: 'Like a stored quotation, but “<b>” differs.',
  speakerCheck: 'not-given',
  elided: false,
  bracketed: false,
  ignored: [],
  similarity: 0.9,
  diff: [
    { op: 'same', words: 'We' },
    { op: 'removed', words: '<u>not</u>' },
    { op: 'added', words: '~~and~~' },
  ],
  changes: [{ kind: 'negation', changesSense: true, stored: 'not', claimed: '' }],
  earliest: null,
  statements: [],
  passages: [],
};
const report: Report = {
  draft,
  quotations: [quotation],
  articlesSearched: 1,
  at: new Date('2026-11-01T10:20:30Z'),
  origin: 'http://localhost:8080',
};

test('the page has no script, loads nothing, and holds hostile words as text', () => {
  const html = htmlOf(report);
  expect(html).not.toMatch(/<(script|img|link|iframe|i|u|b)\b/);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ');
  expect(html).toContain('<del>&lt;u&gt;not&lt;/u&gt;</del> <ins>~~and~~</ins>');
  expect(html).toContain('<a href="#finding-1">“&lt;/p&gt;');
  expect(html).toContain('Checked 2026-11-01 10:20 UTC against 1 article.');
  expect(html).toContain('negation, “not” became “–”');
});

test('the whole draft stands in the page, with the verdict behind the quotation', () => {
  const [, shown] = /<div class="draft">(.*?)<\/div>/s.exec(htmlOf(report)) ?? [];
  const text = String(shown)
    .replace(/<small>.*?<\/small>|<[^>]+>/gs, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  expect(text.trim()).toBe(draft);
  expect(shown).toMatch(/<small>\[≠ 1\. Words differ\]<\/small>$/);
});

test.each([
  ['a link and tags', HOSTILE, '\\</p\\>\\<script\\>alert(1)\\</script\\> \\& \\[me\\]'],
  ['a list', '- one', '> \\- one'],
  ['a numbered list', '1. one', '> 1\\. one'],
  ['an entity', '&lt;', '> \\&lt;'],
  ['a heading on a line of its own', 'x\n# y', '> x \\# y'],
])('Markdown keeps %s as words', (_title, words, expected) => {
  expect(markdownOf({ ...report, quotations: [{ ...quotation, quotation: words }] })).toContain(
    expected,
  );
});

test('what is said to be denied is shown with its denial, never as said', () => {
  const exact = (text: string) => ({ start: 0, end: text.length, exact: text });
  const sentence = exact('Ruiz denied that talks had been held.');
  const statement = {
    id: 'x',
    negated: true,
    form: 'indirect',
    content: [exact('that talks had been held')],
    sentence,
    source: null,
    speakers: [{ name: 'Ruiz' }],
    article: { title: null, publication: 'Post', publishedAt: null },
  };
  const statements = [{ statement, matched: [], similarity: 1, speakerCheck: 'same' }];
  const found = { ...quotation, statements: statements as unknown as Checked['statements'] };
  const markdown = markdownOf({ ...report, quotations: [found] });
  expect(markdown).toContain(
    '- Ruiz denied that talks had been held. (Ruiz, paraphrase; Untitled article, Post)',
  );
  expect(markdown).toContain('<http://localhost:8080/statements/x>');
});
