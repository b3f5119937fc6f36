// How much of an article's words a publication lets others show: longer statements are cut, and say so. Offsets stay true, since spans
// end where their words do.

import type { Quote, StatementRecord } from '../storage/records';
import type { EditorsWord, Store } from '../storage/store';

/** The most characters (UTF-16 code units) of one statement, or of a text, by the publication's name in lower case. */
export type ExcerptLimits = ReadonlyMap<string, number>;

/** The limit of a publication; null where there is none. */
export function limitOf(limits: ExcerptLimits, publication: string | null): number | null {
  return publication === null ? null : (limits.get(publication.trim().toLowerCase()) ?? null);
}

/** The beginning of a text, at most so many code units, up to the end of a word. */
export function excerptOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const whole = /\s/.test(text.charAt(limit)) ? cut : cut.replace(/\s?\S*$/u, '');
  // One word longer than all that may be shown: at least not half a character.
  return whole === '' ? cut.replace(/[\uD800-\uDBFF]$/, '') : whole;
}

/** The statement as it may be shown. */
export function excerptStatement(
  limits: ExcerptLimits,
  statement: StatementRecord,
): StatementRecord {
  const limit = limitOf(limits, statement.article.publication);
  if (limit === null || fits(statement, limit)) return statement;
  const content = cutTo(statement.content, limit);
  const [sentence] = cutTo([statement.sentence], limit);
  return {
    ...statement,
    content,
    segments: statement.segments.filter(({ start, end }) =>
      content.some((span) => span.start <= start && end <= span.end),
    ),
    subjects: statement.subjects.map((subject) => ({
      ...subject,
      spans: subject.spans.filter(({ start, end }) =>
        content.some((span) => span.start <= start && end <= span.end),
      ),
    })),
    sentence: sentence ?? statement.sentence,
    prefix: '',
    suffix: '',
    alternatives: null,
    machine: statement.machine && {
      ...statement.machine,
      content: cutTo(statement.machine.content, limit),
    },
    excerpted: true,
  };
}

function fits({ content, sentence, prefix, suffix }: StatementRecord, limit: number): boolean {
  const said = content.reduce((sum, { exact }) => sum + exact.length, 0);
  return said + prefix.length + suffix.length <= limit && sentence.exact.length <= limit;
}

/** The first spans, as far as the limit goes. */
function cutTo(spans: readonly Quote[], limit: number): Quote[] {
  let left = limit;
  return spans.flatMap(({ start, exact }) => {
    const shown = left <= 0 ? '' : excerptOf(exact, left);
    left -= shown.length < exact.length ? left : shown.length;
    return shown === '' ? [] : [{ start, end: start + shown.length, exact: shown }];
  });
}

/** The same store, whose statements are those that may be shown. Editors see, and match, what everybody sees. */
export function excerptingStore(store: Store, limits: ExcerptLimits): Store {
  if (limits.size === 0) return store;
  const shown = (statement: StatementRecord): StatementRecord =>
    excerptStatement(limits, statement);
  const wordOf = ({
    check,
    ...word
  }: EditorsWord<StatementRecord>): EditorsWord<StatementRecord> =>
    check === undefined ? word : { ...word, check: (current) => check(shown(current)) };
  const { statements, lineages } = store;
  return {
    ...store,
    statements: {
      ...statements,
      get: async (id, asOf) => shown(await statements.get(id, asOf)),
      list: async (filter, sort, page) => {
        const found = await statements.list(filter, sort, page);
        return { ...found, items: found.items.map(shown) };
      },
      timeline: async (filter, interval, page) => {
        const found = await statements.timeline(filter, interval, page);
        const items = found.items.map((entry) => ({
          ...entry,
          statements: entry.statements.map(shown),
        }));
        return { ...found, items };
      },
      compare: async (filter) => {
        const { occasions, ...rest } = await statements.compare(filter);
        return {
          ...rest,
          occasions: occasions.map((occasion) => ({
            ...occasion,
            printed: occasion.printed.map((one) => ({
              ...one,
              statements: one.statements.map(shown),
            })),
          })),
        };
      },
      edit: async (id, edit, word) => shown(await statements.edit(id, edit, wordOf(word))),
      undo: async (id, change, word) => shown(await statements.undo(id, change, wordOf(word))),
      setTopics: async (id, topics, word) =>
        shown(await statements.setTopics(id, topics, wordOf(word))),
    },
    lineages: {
      ...lineages,
      ofStatement: async (id) => {
        const lineage = await lineages.ofStatement(id);
        const occurrences = lineage.occurrences.map((one) => ({
          ...one,
          statement: shown(one.statement),
        }));
        return { ...lineage, occurrences };
      },
      list: async (filter, page) => {
        const found = await lineages.list(filter, page);
        const items = found.items.map((one) => ({ ...one, earliest: shown(one.earliest) }));
        return { ...found, items };
      },
    },
  };
}
