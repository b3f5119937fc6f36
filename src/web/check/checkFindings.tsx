// What a check found: in figures, in the draft, and quotation by quotation beside it; to print, or to keep as a file.

import { counted } from '../words';
import { CheckedDraft } from './checkedDraft';
import { Finding } from './finding';
import type { Report } from './report';
import { minute } from './report';
import { htmlOf } from './reportHtml';
import { markdownOf } from './reportMarkdown';
import { MARKS, VERDICT_MEANINGS, VERDICT_WORDS } from './verdicts';

interface Props {
  report: Report;
  heading: { current: HTMLHeadingElement | null };
}

export function CheckFindings({ report, heading }: Props) {
  const { draft, quotations, articlesSearched, at } = report;
  const name = `quotations-${at.toISOString().slice(0, 10)}`;
  return (
    <section aria-labelledby="found" class="checking">
      <h2 id="found" ref={heading} tabIndex={-1}>
        {quotations.length === 0
          ? 'No quotation was found in the draft'
          : `${counted(quotations.length, 'quotation')} looked up`}
      </h2>
      {quotations.length === 0 ? (
        <p class="empty">
          Only what stands in quotation marks is looked up: “ ”, " ", « » or ‘ ’ around whole words.
          What the draft says in its own words is not checked.
        </p>
      ) : (
        <>
          <p class="tally">{tally(report)}</p>
          <p class="quiet">
            Checked {minute(at)} against {counted(articlesSearched, 'article')}. What none of them
            has may still have been said.
          </p>
          <p class="actions no-print">
            <button type="button" onClick={() => window.print()}>
              Print the report
            </button>
            <button type="button" onClick={() => keep(`${name}.html`, 'text/html', htmlOf(report))}>
              Download as HTML
            </button>
            <button
              type="button"
              onClick={() => keep(`${name}.md`, 'text/markdown', markdownOf(report))}
            >
              Download as Markdown
            </button>
          </p>
          <div class="sides">
            <CheckedDraft draft={draft} quotations={quotations} />
            <ol class="findings" aria-label="Findings" tabIndex={0}>
              {quotations.map((quotation, i) => (
                <Finding key={i} number={i + 1} quotation={quotation} />
              ))}
            </ol>
          </div>
        </>
      )}
    </section>
  );
}

const VERDICTS = Object.keys(VERDICT_WORDS) as (keyof typeof VERDICT_WORDS)[];

/** '2 ✓ Found in these words · 1 ≠ Words differ'. */
const tally = ({ quotations }: Report): string =>
  VERDICTS.map((verdict) => {
    const count = quotations.filter((one) => one.verdict === verdict).length;
    return count === 0 ? '' : `${MARKS[verdict]} ${VERDICT_WORDS[verdict]}: ${count}`;
  })
    .filter((part) => part !== '')
    .join(' · ');

/** Before the first check: what will come of it. */
export function CheckIntroduction() {
  return (
    <section class="empty" aria-labelledby="how">
      <h2 id="how">What you get</h2>
      <p>
        Paste a draft with its quotation marks. Each quotation is looked up in everything that is
        stored. Nothing of the draft is kept. One of these then stands behind it, with the evidence:
      </p>
      <dl class="verdicts">
        {VERDICTS.map((verdict) => (
          <div key={verdict}>
            <dt>
              <span aria-hidden="true">{MARKS[verdict]}</span> {VERDICT_WORDS[verdict]}
            </dt>
            <dd>{VERDICT_MEANINGS[verdict]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function keep(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.dataset['leave'] = '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
