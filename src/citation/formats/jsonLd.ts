// schema.org JSON-LD: a Quotation where the words are the speaker's own, a Claim where a reporter put them. A mixed
// statement is a Claim whose quoted pieces are Quotations in it (docs/decisions/0011-citations.md).

import type {
  Claim,
  CreativeWork,
  Graph,
  NewsArticle,
  Organization,
  Person,
  Quotation,
  WithContext,
} from 'schema-dts';

import { namesOf } from '../byline';
import type { Citable, Format } from '../types';
import { line, quotedPieces, speakerLabel, wordingOf } from '../wording';

const CONTEXT = 'https://schema.org';

type Work = Exclude<Quotation | Claim, string>;

export const jsonLd: Format = {
  name: 'jsonld',
  mediaType: 'application/ld+json',
  needsText: false,
  one(statement) {
    const document: WithContext<Work> = { '@context': CONTEXT, ...workOf(statement) };
    return JSON.stringify(document);
  },
  many(statements) {
    const document: Graph = { '@context': CONTEXT, '@graph': statements.map(workOf) };
    return JSON.stringify(document);
  },
};

function workOf(statement: Citable): Work {
  const id = `urn:uuid:${statement.id}`;
  const { text, verbatim } = wordingOf(statement);
  const speakers = statement.speakers.filter(isNamed).map(agentOf);
  const article = articleOf(statement);
  if (verbatim) {
    return {
      '@type': 'Quotation',
      '@id': id,
      text,
      ...(speakers.length === 0 ? {} : { creator: speakers }),
      ...creditOf(statement),
      isBasedOn: article,
    };
  }
  const claim = {
    '@type': 'Claim',
    '@id': id,
    text,
    ...creditOf(statement),
    appearance: article,
  } as const;
  // Whoever denies something is not its author.
  if (statement.negated) return speakers.length === 0 ? claim : { ...claim, about: speakers };
  const pieces = quotedPieces(statement).map((piece): Quotation => ({
    '@type': 'Quotation',
    text: piece,
    ...(speakers.length === 0 ? {} : { creator: speakers }),
  }));
  return {
    ...claim,
    ...(speakers.length === 0 ? {} : { author: speakers }),
    ...(pieces.length === 0 ? {} : { hasPart: pieces }),
  };
}

type Agent = Exclude<Person | Organization, string>;

function agentOf({ name, type }: Citable['speakers'][number]): Agent {
  // A report that "says" something speaks for whoever issued it; in schema.org only persons and bodies speak.
  return { '@type': type === 'person' ? 'Person' : 'Organization', name: line(name) };
}

/** "a senior official" is credited as printed: it is nobody's name, and nobody is made up to bear it. */
function creditOf(statement: Citable): { creditText?: string } {
  const named = statement.speakers.length > 0 && statement.speakers.every(isNamed);
  const label = named ? null : speakerLabel(statement);
  return label === null ? {} : { creditText: label };
}

function isNamed({ type }: Citable['speakers'][number]): boolean {
  return type !== 'unnamed';
}

function articleOf({ article }: Citable): CreativeWork {
  const authors = namesOf(article.byline).map((name): Agent =>
    'literal' in name
      ? { '@type': 'Organization', name: name.literal }
      : {
          '@type': 'Person',
          name: [name.given, name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
        },
  );
  const found: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': article.url ?? `urn:uuid:${article.id}`,
    ...(article.title === null ? {} : { headline: line(article.title) }),
    ...(article.url === null ? {} : { url: article.url }),
    ...(article.publishedAt === null ? {} : { datePublished: article.publishedAt.toISOString() }),
    ...(article.publication === null
      ? {}
      : { publisher: { '@type': 'Organization', name: line(article.publication) } }),
    ...(authors.length === 0 ? {} : { author: authors }),
  };
  return found;
}
