// A check as Markdown. Every character that could be taken for markup is escaped, so that words stay words.

import type { Report } from './report';
import { creditOf, evidenceOf, graveChanges, searched } from './report';
import { VERDICT_WORDS } from './verdicts';

/** The report as a text to keep. */
export function markdownOf(report: Report): string {
  const lines = ['# Quotations checked', '', searched(report)];
  report.quotations.forEach((one, i) => {
    lines.push('', `## ${i + 1}. ${VERDICT_WORDS[one.verdict]}`);
    lines.push('', `> ${escaped(one.quotation)}`, '');
    if (creditOf(one) !== '') lines.push(`Credited to ${escaped(creditOf(one))}.`);
    lines.push(escaped(one.summary));
    if (one.diff.length > 0) {
      const words = one.diff.map(({ op, words: part }) => {
        if (op === 'same') return escaped(part);
        return op === 'removed' ? `~~${escaped(part)}~~` : `**${escaped(part)}**`;
      });
      lines.push('', `Stored → draft: ${words.join(' ')}`);
    }
    if (graveChanges(one) !== '') {
      lines.push('', `May change the sense: ${escaped(graveChanges(one))}`);
    }
    for (const { words, who, where, address } of evidenceOf(one, report.origin)) {
      lines.push(
        '',
        `- ${escaped(words)} (${escaped(who)}; ${escaped(where)})  `,
        `  <${address}>`,
      );
    }
  });
  return `${lines.join('\n')}\n`;
}

/** One line of plain words. What begins like a list, a heading or a rule does so nowhere else than at the beginning. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
