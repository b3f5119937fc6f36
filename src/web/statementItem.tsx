// One statement in a list: the words, who said them, how that was reported, and where.

import type { Statement } from './api';
import { day, FORM_WORDS, percent, shown, sourceWords } from './words';

/** The names, each with a link to its speaker; the article's own words where nobody is known. */
export function Speakers({ statement }: { statement: Pick<Statement, 'speakers' | 'source'> }) {
  if (statement.speakers.length === 0) {
    return <span>{sourceWords(statement) ?? 'No source named'}</span>;
  }
  return (
    <>
      {statement.speakers.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={`/speakers/${id}`}>{name}</a>
        </span>
      ))}
    </>
  );
}

export function StatementItem({ statement }: { statement: Statement }) {
  const { article, cue, source } = statement;
  const named = statement.speakers.length > 0 && source !== null;
  const differs = named && !statement.speakers.some(({ name }) => name === source?.exact);
  return (
    <article class={`statement ${statement.form}`}>
      <p class="words">
        <a href={`/statements/${statement.id}`}>{shown(statement)}</a>
      </p>
      <p class="who">
        <span class="form">{FORM_WORDS[statement.form]}</span>
        <strong>
          <Speakers statement={statement} />
        </strong>
        {differs && <span> as “{source?.exact}”</span>}
        {cue !== null && (
          <span>
            {' '}
            · cue <i>{cue.exact}</i>
          </span>
        )}
        {statement.negated && <span> · negated</span>}
        {statement.hedged && <span> · hedged</span>}
      </p>
      <p class="where">
        <a href={`/articles/${article.id}?statement=${statement.id}`}>
          {article.title ?? 'Untitled article'}
        </a>
        {article.publication !== null && <span> · {article.publication}</span>}
        {article.publishedAt !== null && (
          <span>
            {' '}
            · <time dateTime={article.publishedAt}>{day(article.publishedAt)}</time>
          </span>
        )}
        <span> · {percent(statement.confidence)} certain</span>
        {statement.review.state !== 'machine' && <span> · {statement.review.state}</span>}
        {!article.current && <span> · not in the latest revision</span>}
      </p>
    </article>
  );
}
