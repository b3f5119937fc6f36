// Statement records → what citations are made from.

import type { Citable } from '../../citation';
import type { StatementRecord } from '../../storage/records';

/** `text` is that of the statement's revision, where the format needs it. */
export function presentCitable(statement: StatementRecord, text: string | null): Citable {
  const { article } = statement;
  return {
    id: statement.id,
    form: statement.form,
    // "rejected the report" turns it round without a word like "not".
    negated: statement.negation !== null || statement.cue?.class === 'denial',
    content: statement.content,
    sentence: statement.sentence,
    source: statement.source?.exact ?? null,
    speakers: statement.speakers.map(({ name, type }) => ({ name, type })),
    engine: statement.engine,
    createdAt: statement.createdAt,
    article: {
      id: article.id,
      url: article.url,
      title: article.title,
      publication: article.publication,
      byline: article.byline,
      publishedAt: article.publishedAt,
      revision: article.revision,
      text,
    },
  };
}
