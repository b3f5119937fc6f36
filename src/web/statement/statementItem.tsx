// One statement in a list: the words, who said them, how that was reported, and where.

import type { Statement } from '../api';
import { CUE_WORDS, day, FORM_WORDS, percent, REVIEW_WORDS, shown, sourceWords } from '../words';
import { Highlighted } from './highlighted';

/** The names, each with a link to its speaker; the article's own words where nobody is known. */
export function Speakers({ statement }: { statement: Pick<Statement, 'speakers' | 'source'> }) {
  if (statement.speakers.length === 0) {
    return <span>{sourceWords(statement) ?? 'No source named'}</span>;
  }
  return (
    <>
      {statement.speakers.map(({ id, name, role }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={`/speakers/${id}`}>{name}</a>
          {role !== null && <span class="role">, {role}</span>}
        </span>
      ))}
    </>
  );
}

/** How often the words stand in print, where that is more than once. */
function Printed({ statement: { id, lineage } }: { statement: Statement }) {
  if (!lineage || lineage.counts.articles < 2) return null;
  const { articles, publications } = lineage.counts;
  return (
    <span>
      {' '}
      ·{' '}
      <a href={`/statements/${id}`}>
        printed in {articles} articles
        {publications > 1 && ` of ${publications} publications`}
      </a>
    </span>
  );
}

export function StatementItem({ statement }: { statement: Statement }) {
  const { article, cue, source } = statement;
  const named = statement.speakers.length > 0 && source !== null;
  const differs = named && !statement.speakers.some(({ name }) => name === source?.exact);
  return (
    <article class={`statement ${statement.form}${statement.negated ? ' negated' : ''}`}>
      <p class="words">
        <a href={`/statements/${statement.id}`}>
          <Highlighted text={shown(statement)} highlights={statement.highlights} />
        </a>
      </p>
      <p class="who">
        <span class="form">
          {FORM_WORDS[statement.form]}
          {statement.negated && ', negated'}
        </span>
        <strong>
          <Speakers statement={statement} />
        </strong>
        {differs && <span> as “{source?.exact}”</span>}
        {cue !== null && /\p{L}/u.test(cue.exact) && (
          <span>
            {' '}
            · cue <i>{cue.exact}</i>
            {cue.class !== 'report' && ` (${CUE_WORDS[cue.class].toLowerCase()})`}
          </span>
        )}
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
        <span>
          {' '}
          · {percent(statement.confidence)}
          {'\u00a0'}certain
        </span>
        {statement.review.state !== 'machine' && (
          <span> · {REVIEW_WORDS[statement.review.state].toLowerCase()} by an editor</span>
        )}
        {!article.current && <span> · not in the latest revision</span>}
        <Printed statement={statement} />
      </p>
    </article>
  );
}
