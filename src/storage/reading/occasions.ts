// Which articles report the same occasion. Pure: statements in, groups out.

/** A statement as far as grouping looks at it. */
export interface Printed {
  readonly id: string;
  readonly articleId: string;
  readonly publicationKey: string;
  readonly date: Date;
  /** Stems of its content, each once. */
  readonly words: ReadonlySet<string>;
  readonly topicIds: readonly string[];
}

export interface Grouped {
  readonly heldBy: 'words' | 'day' | 'article';
  readonly statementIds: readonly string[];
  readonly alike: readonly (readonly string[])[];
}

const HOURS = 3_600_000;
/** The same words further apart are a repetition, not the same occasion: a report of Friday is still printed on Monday. */
const SAME_WORDS_WITHIN = 72 * HOURS;
/** Share of the shorter statement's words that stand in the longer: whoever shortens keeps most of what is left. */
const ALIKE = 0.6;
/** Fewer words in common are so by chance ("I am very proud", "we will win the election"). */
const LEAST_WORDS = 3;
/** Words that say nothing by themselves; stems, as Postgres makes them. */
const EMPTY = new Set(
  `a about after all also am an and ani are as at be becaus been befor but by can could did do doe for from get go had
  has have he her him his how i if in into is it it just like made make me more most my no not now of on one onli or other
  our out over said say she should so some such than that the their them then there these they this those to up us was
  we were what when which who will with would you your`.split(/\s+/),
);

/**
 * Articles report the same occasion where two statements in them are alike and not more than three days apart, or where
 * they are of one day (UTC) and share a topic. What hangs together by either is one group; groups come latest first.
 */
export function groupByOccasion(printed: readonly Printed[]): Grouped[] {
  const articles = [...groupBy(printed, ({ articleId }) => articleId).values()];
  const group = articles.map((_, i) => i);
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i] ?? i));
  const alikeTo = new Map<string, string>(printed.map(({ id }) => [id, id]));
  const wordsIn = new Set<number>();
  const links: { readonly a: number; readonly b: number; readonly words: boolean }[] = [];

  for (const [a, one] of articles.entries()) {
    for (const [b, other] of articles.slice(0, a).entries()) {
      const pairs = alikePairs(one, other);
      for (const [x, y] of pairs) join(alikeTo, x.id, y.id);
      if (pairs.length > 0 || sameDayAndTopic(one, other)) {
        links.push({ a, b, words: pairs.length > 0 });
        group[rootOf(a)] = rootOf(b);
      }
    }
  }
  for (const { a, words } of links) if (words) wordsIn.add(rootOf(a));

  const groups = groupBy([...articles.keys()], rootOf);
  return [...groups]
    .map(([root, members]): Grouped & { readonly latest: number } => {
      const statements = members.flatMap((i) => articles[i] ?? []);
      const classes = groupBy(statements, ({ id }) => rootIn(alikeTo, id));
      return {
        heldBy: wordsIn.has(root) ? 'words' : members.length > 1 ? 'day' : 'article',
        statementIds: statements.map(({ id }) => id),
        alike: [...classes.values()]
          .filter((all) => all.length > 1)
          .map((all) => all.map(({ id }) => id)),
        latest: Math.max(...statements.map(({ date }) => date.getTime())),
      };
    })
    .sort((a, b) => b.latest - a.latest)
    .map(({ heldBy, statementIds, alike }) => ({ heldBy, statementIds, alike }));
}

function alikePairs(one: readonly Printed[], other: readonly Printed[]): [Printed, Printed][] {
  return one.flatMap((x) =>
    other
      .filter(
        (y) =>
          x.publicationKey !== y.publicationKey &&
          Math.abs(x.date.getTime() - y.date.getTime()) <= SAME_WORDS_WITHIN &&
          areAlike(x.words, y.words),
      )
      .map((y): [Printed, Printed] => [x, y]),
  );
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = [sayingWords(a), sayingWords(b)].sort((x, y) => x.length - y.length);
  const known = new Set(more);
  const shared = (fewer ?? []).filter((word) => known.has(word)).length;
  return shared >= Math.max(LEAST_WORDS, ALIKE * (fewer?.length ?? 0));
}

const sayingWords = (words: ReadonlySet<string>): string[] =>
  [...words].filter((word) => !EMPTY.has(word));

function sameDayAndTopic(one: readonly Printed[], other: readonly Printed[]): boolean {
  const day = ({ date }: Printed) => date.toISOString().slice(0, 10);
  const topics = new Set(one.flatMap(({ topicIds }) => topicIds));
  return (
    one.some((x) => other.some((y) => day(x) === day(y))) &&
    other.some(({ topicIds }) => topicIds.some((id) => topics.has(id)))
  );
}

function rootIn(classes: ReadonlyMap<string, string>, id: string): string {
  const parent = classes.get(id) ?? id;
  return parent === id ? id : rootIn(classes, parent);
}

function join(classes: Map<string, string>, a: string, b: string): void {
  classes.set(rootIn(classes, a), rootIn(classes, b));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
