// Articles for storage tests: an extraction written down by the words of the text instead of by offsets.

import type {
  CueClass,
  ExtractedStatement,
  Extraction,
  Form,
  Span,
  SpeakerType,
  SubjectType,
} from '../../src/extraction/types';
import type { ArticleDraft, Store } from '../../src/storage';
import type { TopicAssignment, TopicScore } from '../../src/topics/types';

/** A statement by its words, each of which must stand in the text. */
export interface Said {
  readonly content: string | readonly string[];
  readonly by?: string | readonly string[];
  readonly source?: string;
  readonly cue?: string;
  readonly lemma?: string;
  readonly cueClass?: CueClass;
  readonly form?: Form;
  readonly negation?: string;
  readonly hedge?: string;
  readonly within?: number;
  /** Words of the content that are the speaker's. */
  readonly speaks?: string;
  /** Words that the content might be instead. */
  readonly orElse?: string;
  readonly topics?: readonly string[];
  /** Subjects that the content names, by the words that it names them with. */
  readonly naming?: readonly string[];
  /** Who may be meant. */
  readonly perhaps?: readonly string[];
}

/** What a subject is; `speaker` is the name of the speaker that it is. */
export interface Thing {
  readonly type?: SubjectType;
  readonly aliases?: readonly string[];
  readonly speaker?: string;
}

export interface Named {
  readonly type?: SpeakerType;
  readonly aliases?: readonly string[];
  readonly role?: string;
}

export interface Piece {
  readonly draft: ArticleDraft;
  readonly extraction: Extraction;
  readonly topics: TopicAssignment;
}

export const ENGINE = { name: 'test', version: '1.0.0' };

/** An article with what is said in it; speakers are persons unless `speakers` says otherwise. */
export function piece(
  text: string,
  said: readonly Said[],
  options: {
    readonly draft?: Partial<ArticleDraft>;
    readonly speakers?: Readonly<Record<string, Named>>;
    readonly topics?: readonly string[];
    readonly subjects?: Readonly<Record<string, Thing>>;
  } = {},
): Piece {
  const names = [...new Set(said.flatMap(({ by }) => by ?? []))];
  const speakers = names.map((name) => {
    const { type = 'person', aliases = [], role = null } = options.speakers?.[name] ?? {};
    return { name, type, aliases, role };
  });
  const things = [...new Set(said.flatMap(({ naming = [] }) => naming))];
  const subjects = things.map((name) => {
    const { type = 'place', aliases = [], speaker } = options.subjects?.[name] ?? {};
    const place = speaker === undefined ? -1 : names.indexOf(speaker);
    return { name, type, aliases, speaker: place < 0 ? null : place };
  });
  const statements = said.map((one) => statementOf(text, one, names, things));
  return {
    draft: {
      url: null,
      title: null,
      publication: null,
      byline: null,
      publishedAt: null,
      language: 'en',
      text,
      format: 'text',
      ...options.draft,
    },
    extraction: { engine: ENGINE, speakers, subjects, statements },
    topics: {
      article: (options.topics ?? []).map(score),
      statements: said.map(({ topics = [] }) => topics.map(score)),
    },
  };
}

/** Stores a piece. */
export function save(
  store: Store,
  { draft, extraction, topics }: Piece,
  claim: Parameters<Store['articles']['save']>[3] = null,
) {
  return store.articles.save(draft, extraction, topics, claim);
}

/** All items of a list, page after page. */
export async function collect<Item>(
  read: (cursor: string | null) => Promise<{ items: readonly Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: readonly Item[]; nextCursor: string | null } = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

function score(id: string): TopicScore {
  return { id, confidence: 0.75 };
}

function statementOf(
  text: string,
  said: Said,
  names: readonly string[],
  things: readonly string[],
): ExtractedStatement {
  const content = [said.content].flat().map((words) => find(text, words));
  const cue = said.cue === undefined ? null : find(text, said.cue);
  return {
    form: said.form ?? 'indirect',
    content,
    segments:
      said.speaks === undefined ? [] : [{ ...find(text, said.speaks), words: 'speaker' as const }],
    alternatives: {
      source: [],
      content:
        said.orElse === undefined ? [] : [{ spans: [find(text, said.orElse)], confidence: 0.25 }],
    },
    source: said.source === undefined ? null : find(text, said.source),
    cue: cue && { ...cue, lemma: said.lemma ?? 'say', class: said.cueClass ?? 'report' },
    speakers: [said.by ?? []].flat().map((name) => ({
      speaker: names.indexOf(name),
      resolvedBy: 'full-name',
      mentions: text.includes(name) ? [find(text, name)] : [],
      confidence: 0.9,
    })),
    candidates: (said.perhaps ?? []).map((name) => ({
      name,
      type: 'person',
      resolvedBy: 'role',
      mentions: [find(text, name)],
      confidence: 0.4,
    })),
    subjects: (said.naming ?? []).map((name) => ({
      subject: things.indexOf(name),
      spans: [find(text, name)],
    })),
    negation: said.negation === undefined ? null : find(text, said.negation),
    hedge: said.hedge === undefined ? null : find(text, said.hedge),
    parent: said.within ?? null,
    sentence: { start: 0, end: text.length },
    confidence: 0.8,
  };
}

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text has no ${JSON.stringify(words)}.`);
  return { start, end: start + words.length };
}
