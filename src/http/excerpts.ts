// How much of an article's words a publication lets others show: longer statements are cut, and say so. Offsets stay true, since spans
// end where their words do.

import type { OccurrenceRecord, Quote, StatementRecord } from '../storage/records';
import type { EditorsWord, Store } from '../storage/store';
import type { Change, DiffStep } from '../verification';

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

/** How a printing, or a claim, departs from stored words, as far as those may be shown; a diff would spell them out. */
export function excerptDeparture<
  Found extends { readonly diff: readonly DiffStep[]; readonly changes: readonly Change[] },
>(found: Found, limit: number): Found {
  const short = ({ stored, claimed }: Change): boolean =>
    Math.max(stored.length, claimed.length) <= limit;
  return { ...found, diff: [], changes: found.changes.filter(short) };
}

function fits(statement: StatementRecord, limit: number): boolean {
  const { content, sentence, prefix, suffix, machine, alternatives } = statement;
  const others = [
    machine?.content ?? [],
    ...(alternatives?.content.map(({ spans }) => spans) ?? []),
  ];
  return (
    lengthOf(content) + prefix.length + suffix.length <= limit &&
    sentence.exact.length <= limit &&
    others.every((spans) => lengthOf(spans) <= limit)
  );
}

const lengthOf = (spans: readonly Quote[]): number =>
  spans.reduce((sum, { exact }) => sum + exact.length, 0);

/** The first spans, as far as the limit goes. */
export function cutTo(spans: readonly Quote[], limit: number): Quote[] {
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
  const shownOccurrence = (
    { statement, departure, ...rest }: OccurrenceRecord,
    earliest: StatementRecord | null,
  ): OccurrenceRecord => {
    const both = [statement, earliest].flatMap((one) => (one === null ? [] : [one]));
    const least = both
      .filter((one) => shown(one).excerpted)
      .map(({ article }) => limitOf(limits, article.publication) ?? 0);
    const told =
      departure === null || least.length === 0
        ? departure
        : excerptDeparture(departure, Math.min(...least));
    return { ...rest, statement: shown(statement), departure: told };
  };
  const { statements, lineages, verification } = store;
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
        const earliest = lineage.occurrences[0]?.statement ?? null;
        const occurrences = lineage.occurrences.map((one) => shownOccurrence(one, earliest));
        return { ...lineage, occurrences };
      },
      list: async (filter, page) => {
        const found = await lineages.list(filter, page);
        const items = found.items.map((one) => ({ ...one, earliest: shown(one.earliest) }));
        return { ...found, items };
      },
    },
    verification: {
      ...verification,
      statements: async (ids) => {
        const found = await verification.statements(ids);
        return new Map([...found].map(([id, statement]) => [id, shown(statement)]));
      },
    },
  };
}
