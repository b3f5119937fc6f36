// One request to verification: who is credited, what the engine finds in a draft, and the evidence with all that is
// stored of it.

import { AppError } from '../errors';
import type { Extraction, Span } from '../extraction/types';
import type { ArticleRecord, StatementRecord } from '../storage/records';
import type { Store } from '../storage/store';
import type { Claim, Credited, Finding } from '../verification';
import { findClaims, namesToKnowBy, readClaim, verify } from '../verification';
import type { AppDeps } from './deps';
import type { ExcerptLimits } from './excerpts';
import { excerptDeparture, excerptOf, limitOf } from './excerpts';
import { isId } from './schemas/values';

/** Somebody whom a quotation is credited to. */
export interface CreditedName {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly ids: readonly string[];
}

export interface CheckedQuotation {
  readonly claim: Claim;
  /** Where it stands in the draft. */
  readonly spans: readonly Span[];
  readonly credited: readonly CreditedName[];
  readonly finding: Finding;
}

export interface Checked {
  readonly draft: string | null;
  readonly engine: Extraction['engine'] | null;
  readonly quotations: readonly CheckedQuotation[];
  readonly articlesSearched: number;
  readonly statements: ReadonlyMap<string, StatementRecord>;
  readonly articles: ReadonlyMap<string, ArticleRecord>;
}

/** Quotations of a draft that are looked up at a time: some connections stay free for everybody else. */
const AT_A_TIME = 3;

type Deps = Pick<AppDeps, 'store' | 'ingestion' | 'settings'>;
type Asked = Omit<CheckedQuotation, 'finding'>;

/** Checks one quotation; `speaker` is a name or an id. */
export async function checkQuotation(
  { store, settings }: Deps,
  quotation: string,
  speaker: string | null,
): Promise<Checked> {
  const claim = readClaim(quotation);
  if (claim.pieces.length === 0) {
    throw new AppError('invalid-input', 'The quotation holds no words to look for.', {
      fields: [{ pointer: '/quotation', message: 'must hold words outside of brackets' }],
    });
  }
  const credited = speaker === null ? [] : [await creditedTo(store, speaker)];
  return check(store, settings, [{ claim, spans: [], credited }], null, null);
}

/** Checks every quotation that the engine finds in a draft. */
export async function checkDraft(
  { store, ingestion, settings }: Deps,
  text: string,
): Promise<Checked> {
  const { draft, extraction } = await ingestion.preview({
    ...{ format: 'text', text, html: null, url: null, title: null, publication: null },
    ...{ byline: null, publishedAt: null, language: null },
  });
  const named = await Promise.all(
    extraction.speakers.map(async ({ name, aliases, type }): Promise<CreditedName | null> => {
      if (type !== 'person' && type !== 'organisation') return null;
      const ids = (await store.speakers.called(name)).map(({ id }) => id);
      return { name, aliases, ids };
    }),
  );
  const asked = findClaims(draft.text, extraction).map(({ claim, spans, speakers }): Asked => {
    const credited = speakers.flatMap((speaker) => named[speaker] ?? []);
    return { claim, spans, credited };
  });
  return check(store, settings, asked, draft.text, extraction.engine);
}

async function creditedTo(store: Store, speaker: string): Promise<CreditedName> {
  if (!isId(speaker)) {
    const ids = (await store.speakers.called(speaker)).map(({ id }) => id);
    return { name: speaker, aliases: [], ids };
  }
  const { id, name, aliases } = await store.speakers.get(speaker).catch((error: unknown) => {
    if (!(error instanceof AppError && error.kind === 'not-found')) throw error;
    throw new AppError('invalid-input', 'There is no speaker with this id. Give a name instead.', {
      fields: [{ pointer: '/speaker', message: 'is the id of no stored speaker' }],
    });
  });
  return { name, aliases, ids: [id] };
}

async function check(
  store: Store,
  { excerptLimits }: Deps['settings'],
  asked: readonly Asked[],
  draft: string | null,
  engine: Checked['engine'],
): Promise<Checked> {
  const quotations: CheckedQuotation[] = [];
  for (let at = 0; at < asked.length; at += AT_A_TIME) {
    const some = asked.slice(at, at + AT_A_TIME).map(async (one) => {
      return { ...one, finding: await verify(store.verification, one.claim, asOne(one.credited)) };
    });
    quotations.push(...(await Promise.all(some)));
  }
  const findings = quotations.map(({ finding }) => finding);
  const statementIds = findings.flatMap(({ statements }) => statements.map(({ id }) => id));
  const articleIds = findings.flatMap(({ passages }) => passages.map(({ articleId }) => articleId));
  const [articlesSearched, statements, articles] = await Promise.all([
    store.verification.articlesSearched(),
    store.verification.statements(statementIds),
    articlesOf(store, articleIds),
  ]);
  const evidence = { articlesSearched, statements, articles };
  const shown = quotations.map((one) => ({
    ...one,
    finding: showable(one.finding, evidence, excerptLimits),
  }));
  return { draft, engine, quotations: shown, ...evidence };
}

/** Judged by all that is stored, but shown as far as publications let it be. */
function showable(
  finding: Finding,
  { statements, articles }: Pick<Checked, 'statements' | 'articles'>,
  limits: ExcerptLimits,
): Finding {
  const passages = finding.passages.map((passage) => {
    const limit = limitOf(limits, articles.get(passage.articleId)?.publication ?? null);
    if (limit === null) return passage;
    const { span } = passage;
    const exact = excerptOf(passage.exact, limit);
    return { ...passage, exact, span: { start: span.start, end: span.start + exact.length } };
  });
  const first = statements.get(finding.statements[0]?.id ?? '');
  const limit = limitOf(limits, first?.article.publication ?? null);
  const excerpted = first?.excerpted === true && limit !== null;
  return { ...(excerpted ? excerptDeparture(finding, limit) : finding), passages };
}

/** A joint source is right if any of those it names is. */
function asOne(credited: readonly CreditedName[]): Credited | null {
  if (credited.length === 0) return null;
  return {
    names: credited.flatMap(namesToKnowBy),
    ids: credited.flatMap(({ ids }) => ids),
  };
}

/** Those that are still there: an article may be deleted while a draft is read. */
async function articlesOf(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleRecord>> {
  const records = await Promise.all(
    [...new Set(ids)].map((id) =>
      store.articles.get(id).catch((error: unknown) => {
        if (error instanceof AppError && ['gone', 'not-found'].includes(error.kind)) return null;
        throw error;
      }),
    ),
  );
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.id, record]])));
}
