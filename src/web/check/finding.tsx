// One checked quotation: the verdict, how the words differ, and where they stand.

import { Differences } from '../differences';
import { StatementItem } from '../statement/statementItem';
import type { Checked } from './report';
import { graveChanges } from './report';
import { MARKS, VERDICT_WORDS } from './verdicts';

/** Evidence that is shown; the API has up to ten. */
const MOST = 3;

export function Finding({ number, quotation }: { number: number; quotation: Checked }) {
  const { verdict, summary, diff, credited, statements, passages, earliest } = quotation;
  const grave = graveChanges(quotation);
  return (
    <li id={`finding-${number}`} class={`finding ${verdict}`} tabIndex={-1}>
      <h3>
        <span aria-hidden="true">{MARKS[verdict]}</span> {number}. {VERDICT_WORDS[verdict]}
      </h3>
      <p class="sentence">
        <span class="caption">In the draft </span>
        {quotation.quotation}
      </p>
      <p>
        {credited.length > 0 && <>Credited to {credited.map(({ name }) => name).join(', ')}. </>}
        {summary}
      </p>
      {diff.length > 0 && (
        <>
          <p class="caption">From what is stored to the draft</p>
          <Differences diff={diff} />
        </>
      )}
      {grave !== '' && (
        <p>
          <strong>May change the sense:</strong> {grave}
        </p>
      )}
      {statements.slice(0, MOST).map(({ statement }) => (
        <div key={statement.id}>
          {statement.id === earliest && statements.length > 1 && (
            <p class="quiet">First printed here:</p>
          )}
          <StatementItem statement={statement} />
        </div>
      ))}
      {passages.slice(0, MOST).map(({ article, passage }) => (
        <blockquote key={`${article.id} ${passage.start}`}>
          <p class="sentence">{passage.exact}</p>
          <p class="where">
            <a href={`/articles/${article.id}`}>{article.title ?? 'Untitled article'}</a>
            {article.publication !== null && <> · {article.publication}</>}
          </p>
        </blockquote>
      ))}
      <p class="no-print">
        <a href={`#quotation-${number}`}>Back to it in the draft</a>
      </p>
    </li>
  );
}
