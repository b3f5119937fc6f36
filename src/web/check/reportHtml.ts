// A check as one HTML file: no script, nothing from elsewhere, to be opened, printed or sent by mail years from now.

import type { Checked, Report } from './report';
import { creditOf, evidenceOf, graveChanges, searched } from './report';
import { MARKS, VERDICT_WORDS } from './verdicts';

const STYLE = `:root{color-scheme:light dark;font:100%/1.55 Georgia,'DejaVu Serif',serif}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,small,.note{font-family:system-ui,sans-serif}h1{font-size:1.5rem}h2{font-size:1.0625rem;margin:0}
.note,small{font-size:.875rem}.draft{white-space:pre-wrap;border-bottom:1px solid;padding-bottom:1.5rem}
.draft a{color:inherit}ol{padding:0;list-style:none}ol>li{padding:1rem 0;border-bottom:1px solid;break-inside:avoid}
blockquote{margin:.75rem 0;padding-left:1rem;border-left:3px solid}p,blockquote,li{unicode-bidi:isolate}
ins{text-decoration:underline double}
@media print{body{margin:0;max-width:none}a{color:inherit}}`;

/** The report as a file to keep; what drafts and articles say is text in it, never markup. */
export function htmlOf(report: Report): string {
  const findings = report.quotations.map((one, i) => finding(one, i + 1, report.origin));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Quotations checked</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Quotations checked</h1>
<p class="note">${escaped(searched(report))}</p>
<div class="draft">${markedDraft(report)}</div>
<ol>
${findings.join('\n')}
</ol>
</main>
</body>
</html>
`;
}

function finding(one: Checked, number: number, origin: string): string {
  const credit = creditOf(one);
  const grave = graveChanges(one);
  const parts = [
    `<h2>${MARKS[one.verdict]} ${number}. ${escaped(VERDICT_WORDS[one.verdict])}</h2>`,
    `<blockquote>${escaped(one.quotation)}</blockquote>`,
    `<p>${credit === '' ? '' : `Credited to ${escaped(credit)}. `}${escaped(one.summary)}</p>`,
  ];
  if (one.diff.length > 0) {
    const words = one.diff.map(({ op, words: part }) => {
      if (op === 'same') return escaped(part);
      return op === 'removed' ? `<del>${escaped(part)}</del>` : `<ins>${escaped(part)}</ins>`;
    });
    parts.push(`<p><small>From stored to draft:</small> ${words.join(' ')}</p>`);
  }
  if (grave !== '') parts.push(`<p><strong>May change the sense:</strong> ${escaped(grave)}</p>`);
  const evidence = evidenceOf(one, origin).map(
    ({ words, who, where, address }) =>
      `<li>${escaped(words)}<br><small>${escaped(who)}; ${escaped(where)}<br><a href="${escaped(address)}">${escaped(address)}</a></small></li>`,
  );
  if (evidence.length > 0) parts.push(`<ul>\n${evidence.join('\n')}\n</ul>`);
  return `<li id="finding-${number}">\n${parts.join('\n')}\n</li>`;
}

/** The draft as it is, each quotation a link to what was found of it. */
function markedDraft({ draft, quotations }: Report): string {
  const spans = quotations
    .flatMap(({ spans, verdict }, i) => spans.map((span) => ({ ...span, verdict, number: i + 1 })))
    .sort((a, b) => a.start - b.start);
  let html = '';
  let at = 0;
  for (const { start, end, verdict, number } of spans) {
    if (start < at) continue;
    html += escaped(draft.slice(at, start));
    html += `<a href="#finding-${number}">${escaped(draft.slice(start, end))}</a>`;
    html += ` <small>[${MARKS[verdict]} ${number}. ${escaped(VERDICT_WORDS[verdict])}]</small>`;
    at = end;
  }
  return html + escaped(draft.slice(at));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
