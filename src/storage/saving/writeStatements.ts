// Writes the statements of a revision with all that belongs to them.

import type { PoolClient } from 'pg';

import type { CueClass, Form } from '../../extraction/types';
import type { AlternativesRecord, SpeakerCandidateRecord } from '../records';
import { insertRows } from './bulk';

export interface StatementInsert {
  readonly id: string;
  readonly article_id: string;
  readonly revision_id: string;
  readonly position: number;
  readonly form: Form;
  readonly content: string;
  readonly cue_lemma: string | null;
  readonly cue_class: CueClass | null;
  readonly parent_id: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly confidence: number;
  readonly candidates: readonly SpeakerCandidateRecord[];
  readonly segments: readonly (readonly [start: number, end: number, speaker: boolean])[];
  readonly alternatives: AlternativesRecord | null;
  readonly created_at: Date;
  readonly valid_from: Date;
  readonly live: boolean;
  readonly date: Date;
  readonly publication_key: string | null;
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Only to be searched: they are stored as a span, and with the revision. */
  readonly sentence: string;
  readonly title: string | null;
}

export interface SpanInsert {
  readonly statement_id: string;
  readonly role: string;
  readonly link: number;
  readonly ordinal: number;
  readonly starts: number;
  readonly ends: number;
  readonly exact: string;
}

/** What the two join tables copy from the statement. */
export type Copies = Pick<
  StatementInsert,
  'article_id' | 'date' | 'publication_key' | 'form' | 'cue_lemma' | 'cue_class' | 'live'
>;
export type SpeakerInsert = Copies & {
  readonly statement_id: string;
  /** Where the merges of the linked speaker end; of two that end at one, the second keeps its own id and is not shown. */
  readonly speaker_id: string;
  readonly linked_id: string;
  /** The editor's split that named it. */
  readonly change_id: string | null;
  readonly ordinal: number;
  readonly resolved_by: string;
  readonly confidence: number;
};
export type TopicInsert = Copies & {
  readonly statement_id: string;
  readonly topic_id: string;
  readonly direct: boolean;
  readonly confidence: number;
};

const COPIES = {
  article_id: 'uuid',
  date: 'timestamptz',
  publication_key: 'text',
  form: 'form',
  cue_lemma: 'text',
  cue_class: 'cue_class',
  live: 'boolean',
} as const;

const STATEMENT = {
  id: 'uuid',
  revision_id: 'uuid',
  position: 'int',
  content: 'text',
  parent_id: 'uuid',
  prefix: 'text',
  suffix: 'text',
  confidence: 'float8',
  candidates: 'jsonb',
  segments: 'jsonb',
  alternatives: 'jsonb',
  created_at: 'timestamptz',
  valid_from: 'timestamptz',
  negated: 'boolean',
  hedged: 'boolean',
  sentence: 'text',
  title: 'text',
  ...COPIES,
};
const SEARCHED = {
  from: ['sentence', 'title'],
  columns: { search_wide: 'search_wide(content, sentence, title)' },
} as const;
const SPAN = {
  statement_id: 'uuid',
  role: 'span_role',
  link: 'int',
  ordinal: 'int',
  starts: 'int',
  ends: 'int',
  exact: 'text',
};
const SPEAKER = {
  statement_id: 'uuid',
  speaker_id: 'uuid',
  linked_id: 'uuid',
  change_id: 'uuid',
  ordinal: 'int',
  resolved_by: 'text',
  confidence: 'float8',
  ...COPIES,
};
const TOPIC = {
  statement_id: 'uuid',
  topic_id: 'text',
  direct: 'boolean',
  confidence: 'float8',
  ...COPIES,
};

/** Without the id: a row whose key is written, be it the same, is locked against links to it, and lineages link from afar. */
const writtenAnew = (names: readonly string[]): string => {
  const all = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return `ON CONFLICT (id) DO UPDATE SET ${all.join(', ')}, valid_to = NULL, review = 'machine', editor = NULL, machine = NULL,
    engine_name = NULL, engine_version = NULL`;
};

/** All rows of a revision's statements but those that need speakers' ids. */
export interface StatementRows {
  readonly statements: readonly StatementInsert[];
  readonly spans: readonly SpanInsert[];
  readonly topics: readonly TopicInsert[];
}

/** Writes statements; those with an id that there is take the place of what was put aside (versions.ts). */
export async function insertStatements(client: PoolClient, rows: StatementRows): Promise<void> {
  await insertRows(client, 'statement', STATEMENT, rows.statements, SEARCHED, writtenAnew);
  await insertRows(client, 'span', SPAN, rows.spans);
  await insertRows(client, 'statement_topic', TOPIC, rows.topics);
}

export async function insertSpeakerLinks(
  client: PoolClient,
  rows: readonly SpeakerInsert[],
): Promise<void> {
  await insertRows(client, 'statement_speaker', SPEAKER, rows);
}
