// One checked quotation: the verdict, how the words differ, and where they stand.

import type { Schemas } from './api';
import { Differences } from './differences';
import { StatementItem } from './statementItem';
import { MARKS, VERDICT_WORDS } from './verdicts';

type Checked = Schemas['CheckedQuotation'];

/** Evidence that is shown; the API has up to ten. */
const MOST = 3;

export function Finding({ number, quotation }: { number: number; quotation: Checked }) {
  const { verdict, summary, diff, changes, credited, statements, passages, earliest } = quotation;
  const grave = changes.filter(({ changesSense }) => changesSense);
  return (
    <li id={`finding-${number}`} class={`finding ${verdict}`}>
      <h3>
        <span aria-hidden="true">{MARKS[verdict]}</span> {number}. {VERDICT_WORDS[verdict]}
      </h3>
      <p class="sentence">{quotation.quotation}</p>
      <p>
        {credited.length > 0 && <>Credited to {credited.map(({ name }) => name).join(', ')}. </>}
        {summary}
      </p>
      {diff.length > 0 && <Differences diff={diff} />}
      {grave.length > 0 && (
        <p>
          <strong>May change the sense:</strong>{' '}
          {grave
            .map(
              ({ kind, stored, claimed }) =>
                `${kind}, “${stored || '–'}” became “${claimed || '–'}”`,
            )
            .join('; ')}
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
    </li>
  );
}
