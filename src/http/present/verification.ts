// What verification found → the contract's Verification.

import type { Finding } from '../../verification';
import type { components } from '../contract';
import type { Checked, CheckedQuotation } from '../verification';
import { presentArticle } from './article';
import { changesSense, presentChanges, presentDiff } from './differences';
import { presentQuote, presentStatement } from './statement';

type Schemas = components['schemas'];

export function presentVerification(checked: Checked): Schemas['Verification'] {
  const { engine } = checked;
  return {
    quotations: checked.quotations.map((quotation) => presentQuotation(quotation, checked)),
    articlesSearched: checked.articlesSearched,
    engine: engine && { name: engine.name, version: engine.version },
  };
}

function presentQuotation(
  { claim, spans, credited, finding }: CheckedQuotation,
  checked: Checked,
): Schemas['CheckedQuotation'] {
  const { draft } = checked;
  const statements = presentStatements(finding, checked);
  return {
    quotation: claim.pieces
      .map(({ words }) => claim.text.slice(words[0]!.start, words.at(-1)!.end))
      .join(' … ')
      .replace(/\s+/g, ' '),
    spans: spans.map(({ start, end }) =>
      presentQuote({ start, end, exact: draft?.slice(start, end) ?? '' }),
    ),
    credited: credited.map(({ name, ids }) => ({ name, ids: [...ids] })),
    verdict: finding.verdict,
    summary: summaryOf(finding, checked.articlesSearched),
    speakerCheck: finding.speaker,
    elided: finding.elided,
    bracketed: finding.bracketed,
    ignored: [...finding.ignored],
    similarity: finding.similarity,
    diff: presentDiff(finding.diff),
    changes: presentChanges(finding.changes),
    earliest: earliestOf(statements),
    statements,
    passages: finding.passages.flatMap(({ articleId, revision, span, exact, quoted }) => {
      const article = checked.articles.get(articleId);
      if (article === undefined) return [];
      const passage = presentQuote({ ...span, exact });
      return [{ article: presentArticle(article), revision, passage, quoted }];
    }),
  };
}

function presentStatements(
  { statements }: Finding,
  checked: Checked,
): Schemas['CheckedQuotation']['statements'] {
  return statements.flatMap(({ id, matched, similarity, speaker }) => {
    const record = checked.statements.get(id);
    if (record === undefined) return [];
    const quotes = matched.flatMap(({ start, end }) => {
      const span = record.content.find((content) => content.start <= start && content.end >= end);
      const exact = span?.exact.slice(start - span.start, end - span.start);
      return exact === undefined ? [] : [presentQuote({ start, end, exact })];
    });
    return [
      { statement: presentStatement(record), matched: quotes, similarity, speakerCheck: speaker },
    ];
  });
}

/** By date of publication, else of storing; of equals the first. */
function earliestOf(statements: Schemas['CheckedQuotation']['statements']): string | null {
  const dated = statements.map(({ statement }) => {
    return { id: statement.id, date: statement.article.publishedAt ?? statement.createdAt };
  });
  return dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0]?.id ?? null;
}

function summaryOf(finding: Finding, articles: number): string {
  const { verdict, speaker, changes, similarity } = finding;
  switch (verdict) {
    case 'verbatim':
      return speaker === 'unresolved'
        ? 'These very words stand in a stored quotation; whose they are, the store cannot tell.'
        : 'These very words stand in a stored quotation.';
    case 'altered':
      return changes.some(changesSense)
        ? 'Clearly a stored quotation, but its words differ, and a difference may change the sense.'
        : 'Clearly a stored quotation, but its words differ.';
    case 'stitched':
      return 'Its parts are stored, but were not said together.';
    case 'misattributed':
      return 'These very words are stored, said by someone else than the one credited.';
    case 'paraphrase-only':
      return similarity === 1
        ? "These words are stored as indirect speech: a reporter's, not the speaker's."
        : 'The nearest that is stored is indirect speech, in a reporter’s words.';
    case 'unattributed':
      return similarity === 1
        ? 'These words stand in a stored article, but in no stored statement.'
        : 'Words much like these stand in a stored article, but in no stored statement.';
    case 'not-found':
      return `Nothing like it in the ${articles} stored articles. That is no evidence of invention.`;
  }
}
