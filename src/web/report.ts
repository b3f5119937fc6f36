// A check as a text to keep (Markdown): what was found of each quotation, with addresses of the evidence.

import type { Schemas } from './api';
import { VERDICT_WORDS } from './verdicts';

type Checked = Schemas['CheckedQuotation'];

/** The report; words of drafts and articles are escaped, so that they stay words. */
export function reportOf(quotations: readonly Checked[], articlesSearched: number): string {
  const lines = [
    '# Quotations checked',
    '',
    `${new Date().toISOString()}, ${articlesSearched} articles searched. What none of them has may still have been said.`,
  ];
  quotations.forEach((one, i) => {
    lines.push(
      '',
      `## ${i + 1}. ${VERDICT_WORDS[one.verdict]}`,
      '',
      `> ${escaped(one.quotation)}`,
      '',
    );
    if (one.credited.length > 0)
      lines.push(`Credited to ${escaped(one.credited.map(({ name }) => name).join(', '))}.`);
    lines.push(one.summary);
    if (one.diff.length > 0) {
      const words = one.diff.map(({ op, words: part }) =>
        op === 'removed'
          ? `~~${escaped(part)}~~`
          : op === 'added'
            ? `**${escaped(part)}**`
            : escaped(part),
      );
      lines.push('', words.join(' '));
    }
    for (const { statement } of one.statements) {
      const { article, speakers } = statement;
      const who =
        speakers.map(({ name }) => name).join(', ') || (statement.source?.exact ?? 'nobody named');
      const where = [article.title, article.publication, article.publishedAt?.slice(0, 10)];
      lines.push(
        '',
        `- ${escaped(statement.text)} (${escaped(who)}; ${escaped(where.filter(Boolean).join(', '))})`,
        `  ${location.origin}/statements/${statement.id}`,
      );
    }
    for (const { article, passage } of one.passages) {
      lines.push('', `- ${escaped(passage.exact)}`, `  ${location.origin}/articles/${article.id}`);
    }
  });
  return `${lines.join('\n')}\n`;
}

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
