// Storing one article: article, revision, statements, speakers and topics in one transaction.

import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PoolClient } from 'pg';

import type { Extraction } from '../../extraction/types';
import type { TopicAssignment } from '../../topics/types';
import type { Prints } from '../../verification/printing';
import { printArticle } from '../../verification/printing';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { isRetryable } from '../failures';
import { dropHeld, takeHeld } from '../held';
import { newId } from '../ids';
import { publicationKey } from '../publication';
import { ARTICLE_COLUMNS, type ArticleRow, toArticle } from '../reading/articles';
import type { ArticleDraft, IdempotencyClaim, SavedArticle } from '../store';
import { settleWords } from './applyWord';
import { keepArticleTopics, saveArticleTopics } from './articleTopics';
import { buildSpeakerLinks, buildStatements, followMerges } from './buildStatements';
import { insertRows } from './bulk';
import {
  articleSpeakers,
  countShown,
  countTopics,
  namedSpeakers,
  uniqueTopics,
} from './contribution';
import type { Contribution } from './counters';
import { contributionOf, moveCounts, NOTHING } from './counters';
import { subjectsOfArticle } from './countSubjects';
import { keepMoved, readEarlierLinks } from './earlierLinks';
import type { ExistingArticle } from './existing';
import { articleOfIdentity, articleOfKey, noteClaim } from './existing';
import { checkClaim } from './idempotency';
import { identityOf, textHashOf } from './identity';
import { besidesReviewed } from './leaveReviewed';
import { linkLineages } from './linkLineages';
import { linkSpeakers, readCanonicals } from './linkSpeakers';
import { lockName, lockSpeakers } from './locks';
import { passWordsOn } from './passWordsOn';
import type { Again } from './readAgain';
import { beginAgain, endAgain } from './readAgain';
import { passReviewsOn, reanchor } from './reanchor';
import { retireStatements } from './retire';
import { foldSpeakers } from './speakerNames';
import { checkDraft, checkExtraction } from './storable';
import { saveSubjects } from './subjects';
import type { TopicTree } from './topicTree';
import { putAside } from './versions';
import { writeArticle, writeRevision } from './writeArticle';
import { insertPrints } from './writePrints';
import { insertSpeakerLinks, insertStatements } from './writeStatements';

/** How often a transaction that lost a race is run again. */
export const ATTEMPTS = 5;

/** What a call to save is about. */
export interface Saving {
  readonly draft: ArticleDraft;
  readonly extraction: Extraction;
  readonly topics: TopicAssignment;
  readonly claim: IdempotencyClaim | null;
  /** What has waited for the end of its embargo and is now released. */
  readonly heldId?: string;
}

/** What is saved, with the prints that verification finds it by. */
export type Printed = Saving & { readonly prints: Prints };

/** Stores an article all or nothing; races that other transactions win are run again. */
export async function saveArticle(
  database: Database,
  tree: TopicTree,
  saving: Saving & { readonly heldId?: never },
): Promise<SavedArticle>;
/** The same with what has waited; null, and nothing is stored, where it waits no longer. */
export async function saveArticle(
  database: Database,
  tree: TopicTree,
  saving: Saving,
): Promise<SavedArticle | null>;
export async function saveArticle(
  database: Database,
  tree: TopicTree,
  saving: Saving,
): Promise<SavedArticle | null> {
  checkDraft(saving.draft);
  checkExtraction(saving.extraction);
  // A long article's rows take tens of milliseconds to check and to build: others get their turn in between.
  await nextTurn();
  if (saving.claim !== null) checkClaim(saving.claim);
  const prints = await printArticle(saving.draft.text, saving.extraction.statements);
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(database.pool, (client) =>
        save(client, tree, { ...saving, prints }, database.now),
      );
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function save(
  client: PoolClient,
  tree: TopicTree,
  saving: Printed,
  clock: () => Date,
): Promise<SavedArticle | null> {
  const { draft, claim, heldId } = saving;
  await lockSpeakers(client, 'to link');
  if (claim !== null) {
    await lockName(client, 'key', claim.key);
    const made = await articleOfKey(client, claim);
    if (made !== null) return { outcome: 'unchanged', article: toArticle(made) };
  }
  const identity = identityOf(draft);
  await lockName(client, 'identity', identity);
  if (heldId !== undefined && !(await takeHeld(client, heldId))) return null;
  const existing = await articleOfIdentity(client, identity);
  // Not before: whoever had the article until now has written what it says until now.
  const now = clock();
  const textHash = textHashOf(draft.text);
  if (existing?.text_hash === textHash) {
    if (claim !== null) await noteClaim(client, claim, existing.id, now);
    // A correction may wait beside it: a feed that sends the present text again does not take that back.
    return { outcome: 'unchanged', article: toArticle(existing) };
  }
  await dropHeld(client, identity);
  const id = existing?.id ?? newId();
  await writeRevisionOf(client, tree, saving, { id, identity, textHash, existing, now });
  if (claim !== null) await noteClaim(client, claim, id, now);
  const { rows } = await client.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM article a WHERE a.id = $1`,
    [id],
  );
  const article = toArticle(rows[0] as ArticleRow);
  return { outcome: existing === null ? 'created' : 'revised', article };
}

/** Writes a revision with all that belongs to it, in place of the one before. */
export async function writeRevisionOf(
  client: PoolClient,
  tree: TopicTree,
  saving: Printed,
  at: {
    readonly id: string;
    readonly identity: Buffer;
    readonly textHash: string;
    readonly existing: ExistingArticle | null;
    readonly now: Date;
    /** The same text again: its revision stays. */
    readonly again?: Again;
  },
): Promise<void> {
  const { id, existing, now, again } = at;
  const { draft, extraction, topics, prints } =
    again === undefined ? saving : await besidesReviewed(client, id, saving);
  // Null means "not known": what an earlier revision knew stays.
  const known = {
    title: draft.title ?? existing?.title ?? null,
    publication: draft.publication ?? existing?.publication ?? null,
    byline: draft.byline ?? existing?.byline ?? null,
    publishedAt: draft.publishedAt ?? existing?.published_at ?? null,
  };
  const revisionId = again?.revisionId ?? newId();
  const number = again?.number ?? (existing?.revision ?? 0) + 1;
  const date = known.publishedAt ?? existing?.created_at ?? now;
  const home = {
    articleId: id,
    revisionId,
    title: known.title,
    text: draft.text,
    date,
    publicationKey: known.publication === null ? null : publicationKey(known.publication),
    now,
  };
  const reanchored = await reanchor(client, existing, home, extraction, again);
  const rows = buildStatements(home, extraction, topics, tree, reanchored.inherited);
  await nextTurn();

  const before = existing === null ? NOTHING : await contributionOf(client, id);
  const earlierSubjects = existing === null ? [] : await subjectsOfArticle(client, id);
  const earlier = await readEarlierLinks(client, id);
  // Before they are retired: a link that is written twice in one transaction locks its speaker, out of turn.
  await putAside(
    client,
    [...reanchored.inherited.values()].map((statement) => statement.id),
    now,
  );
  const which = again === undefined ? 'all' : 'unreviewed';
  if (existing !== null) {
    await keepArticleTopics(client, id, now);
    await retireStatements(client, id, now, which);
  }
  if (again === undefined) {
    const article = { ...at, draft, known, number, date, statementCount: rows.statements.length };
    await writeArticle(client, article);
    const { engine } = extraction;
    await writeRevision(client, { ...article, ...reanchored, revisionId, engine });
  } else await beginAgain(client, again);
  await insertStatements(client, rows);
  await passReviewsOn(client, reanchored, topics);
  await insertPrints(
    client,
    revisionId,
    rows.statements.map((row) => row.id),
    prints,
    again === undefined ? 'all' : 'statements',
  );

  const folded = await foldSpeakers(client, extraction.speakers);
  const named = namedSpeakers(folded, extraction);
  const linked = await linkSpeakers(
    client,
    named.map(({ folded }) => folded),
    earlier.links,
    home,
  );
  const idOf: string[] = [];
  named.forEach(({ index }, i) => (idOf[index] = linked[i]?.id ?? ''));
  const machineLinks = buildSpeakerLinks(rows.statements, extraction, idOf);
  const contents = new Map(rows.statements.map((row) => [row.id, row.content]));
  const kept = keepMoved(machineLinks, contents, earlier.moved);
  const canonicalOf = await readCanonicals(client, [
    ...linked.map((speaker) => speaker.id),
    ...kept.splits.keys(),
  ]);
  const links = followMerges(kept.links, canonicalOf);
  await insertSpeakerLinks(client, links);

  const countSubjects = await saveSubjects(
    client,
    id,
    extraction,
    rows.statements,
    idOf,
    earlierSubjects,
    now,
  );

  const { speakers, forms } = articleSpeakers(named, linked, links, kept.splits);
  await insertRows(
    client,
    'article_speaker',
    ARTICLE_SPEAKER,
    speakers.map((row) => ({ article_id: id, ...row })),
  );
  await saveArticleTopics(client, id, uniqueTopics(topics, tree));
  const texts = { before: reanchored.textBefore, after: draft.text };
  const saidAgain = await passWordsOn(client, id, reanchored.reviewed, texts, now);
  if (again !== undefined) {
    await endAgain(client, again, extraction.engine);
    await settleWords(client, id, [], now);
  }
  const recounted = saidAgain || again !== undefined;
  const after: Contribution = recounted
    ? await contributionOf(client, id)
    : {
        speakers,
        shown: countShown(links, canonicalOf),
        topics: countTopics(rows.topics),
      };
  await moveCounts(client, before, after, { forms, date, now });
  await countSubjects(recounted);
  await linkLineages(client, id, now);
}

const ARTICLE_SPEAKER = {
  article_id: 'uuid',
  speaker_id: 'uuid',
  names: 'text[]',
  roles: 'text[]',
  statement_count: 'int',
  name: 'text',
  evidence: 'jsonb',
};
