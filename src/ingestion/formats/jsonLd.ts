// schema.org NewsArticle as JSON-LD: sent as a body, or standing in a page's <script type="application/ld+json">.

import { z } from 'zod';

import { AppError } from '../../errors';
import { checkText } from '../text';
import type { Submission } from '../types';
import { fieldReader, MAX_LENGTHS, pointerTo, zodFields } from './metadata';

/** https://schema.org/Article and everything under it that outlets print. */
const ARTICLE_TYPES = new Set([
  'Article',
  'AdvertiserContentArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'BlogPosting',
  'LiveBlogPosting',
  'NewsArticle',
  'OpinionNewsArticle',
  'Report',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'SatiricalArticle',
  'ScholarlyArticle',
  'SocialMediaPosting',
  'TechArticle',
]);

type JsonObject = Record<string, unknown>;

/** An article found in JSON-LD, with where it stands and the nodes that it may refer to by `@id`. */
interface FoundArticle {
  readonly node: JsonObject;
  readonly pointer: string;
  readonly nodes: ReadonlyMap<string, JsonObject>;
}

/** The properties as plain strings; null for what is not said. */
export interface NewsArticle {
  readonly body: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly publication: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const name = z.union([z.string(), z.looseObject({})], 'Write a name, or an object with a name.');
const names = z
  .union([z.array(name), name], 'Write a name, an object with a name, or a list of them.')
  .nullish();
const words = (what: string) =>
  z
    .union(
      [z.string(), z.looseObject({ '@value': z.string() }), z.array(z.string())],
      `Write ${what} as a string.`,
    )
    .nullish();

/** The types that schema.org gives these properties; whatever else stands in the object is left alone. */
const articleSchema = z.looseObject({
  articleBody: words('the text of the article'),
  headline: words('the headline'),
  author: names,
  publisher: names,
  datePublished: z.string('Write the date as a string in ISO 8601.').nullish(),
  url: z.union([z.string(), z.array(z.string())], 'Write the URL as a string.').nullish(),
  mainEntityOfPage: z
    .union([z.string(), z.boolean(), z.looseObject({})], 'Write a URL or an object with @id.')
    .nullish(),
  inLanguage: z
    .union(
      [z.string(), z.looseObject({}), z.array(z.unknown())],
      'Write a language tag such as en.',
    )
    .nullish(),
});

/** Reads one article out of JSON-LD (an object, an array or a `@graph`); refuses what has no article or no text. */
export function submissionFromJsonLd(body: unknown): Submission {
  const found = findArticle(body);
  if (found === null) {
    throw new AppError(
      'invalid-input',
      'This JSON-LD has no news article: give one of its objects "@type": "NewsArticle" and an articleBody.',
    );
  }
  const shape = articleSchema.safeParse(found.node);
  if (!shape.success) {
    throw new AppError(
      'invalid-input',
      'This JSON-LD article has fields of the wrong type; see errors.',
      {
        fields: zodFields(shape.error, found.pointer),
      },
    );
  }
  const at = (property: string): string => pointerTo(found.pointer, [property]);
  const article = readNewsArticle(found);
  if (article.body === null) {
    throw new AppError(
      'invalid-input',
      'This JSON-LD article has no articleBody, hence no text: add it, or send the page itself as text/html.',
      { fields: [{ pointer: at('articleBody'), message: 'Put the text of the article here.' }] },
    );
  }

  const read = fieldReader();
  const markup = looksLikeMarkup(article.body);
  const submission: Submission = {
    format: 'json-ld',
    url: read.url(article.url, at(found.node['url'] === undefined ? 'mainEntityOfPage' : 'url')),
    title: read.line(article.headline, at('headline'), MAX_LENGTHS.title),
    publication: read.line(article.publication, at('publisher'), MAX_LENGTHS.publication),
    byline: read.line(article.byline, at('author'), MAX_LENGTHS.byline),
    publishedAt: read.date(article.published, at('datePublished')),
    language: read.language(article.language, at('inLanguage')),
    text: markup ? null : article.body,
    html: markup ? article.body : null,
  };
  read.throwIfRefused('This JSON-LD article');
  if (!markup) checkText(article.body, at('articleBody'));
  return submission;
}

/** The first article in JSON-LD of whatever shape, main news types before general ones; null if there is none. */
export function newsArticleIn(jsonLd: unknown): NewsArticle | null {
  const found = findArticle(jsonLd);
  return found === null ? null : readNewsArticle(found);
}

/** Some outlets put paragraphs' markup into articleBody, though schema.org asks for text. */
function looksLikeMarkup(body: string): boolean {
  return /<\/p\s*>|<br\s*\/?>|<\/div\s*>/i.test(body);
}

function findArticle(jsonLd: unknown): FoundArticle | null {
  const nodes = new Map<string, JsonObject>();
  const articles: { node: JsonObject; pointer: string }[] = [];
  // Deep enough for arrays of graphs and for WebPage → mainEntity; deeper nesting is other things' data.
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (depth > 4) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, `${pointer}/${index}`, depth + 1));
      return;
    }
    if (!isObject(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !nodes.has(id))
      nodes.set(id, value);
    if (typesOf(value).some((type) => ARTICLE_TYPES.has(type)))
      articles.push({ node: value, pointer });
    visit(value['@graph'], `${pointer}/@graph`, depth + 1);
    visit(value['mainEntity'], `${pointer}/mainEntity`, depth + 1);
  };
  visit(jsonLd, '', 0);
  const chosen =
    articles.find(({ node }) => typeof node['articleBody'] === 'string') ?? articles[0];
  return chosen === undefined ? null : { ...chosen, nodes };
}

function readNewsArticle({ node, nodes }: FoundArticle): NewsArticle {
  const namesIn = (value: unknown): string[] => namesOf(value, nodes);
  return {
    body: wordsOf(node['articleBody'], '\n\n'),
    headline: wordsOf(node['headline'], ' ') ?? wordsOf(node['name'], ' '),
    byline: namesIn(node['author']).join(', ') || namesIn(node['creator']).join(', ') || null,
    publication:
      namesIn(node['publisher'])[0] ??
      namesIn(node['sourceOrganization'])[0] ??
      namesIn(node['provider'])[0] ??
      null,
    published: wordsOf(node['datePublished'], ' ') ?? wordsOf(node['dateCreated'], ' '),
    url: urlOf(node['url']) ?? urlOf(node['mainEntityOfPage']) ?? webAddress(node['@id']),
    language: languageOf(node['inLanguage']),
  };
}

/** "NewsArticle", "schema:NewsArticle", "http://schema.org/NewsArticle", or several of them. */
function typesOf(node: JsonObject): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

function wordsOf(value: unknown, separator: string): string | null {
  const parts = listOf(value).flatMap((part) => {
    if (typeof part === 'string') return [part];
    return isObject(part) && typeof part['@value'] === 'string' ? [part['@value']] : [];
  });
  return parts.length === 0 ? null : parts.join(separator);
}

/** "A. Name", { "name": "A. Name" }, { "@id": "#a" }, or a list of them; URLs of profiles are no names. */
function namesOf(value: unknown, nodes: ReadonlyMap<string, JsonObject>): string[] {
  return listOf(value).flatMap((part) => {
    if (typeof part === 'string')
      return isWebAddress(part) || part.trim() === '' ? [] : [part.trim()];
    if (!isObject(part)) return [];
    const own = wordsOf(part['name'], ' ')?.trim();
    if (own !== undefined && own !== '') return [own];
    const parts = [wordsOf(part['givenName'], ' '), wordsOf(part['familyName'], ' ')].filter(
      (word) => word !== null,
    );
    if (parts.length > 0) return [parts.join(' ')];
    const target = typeof part['@id'] === 'string' ? nodes.get(part['@id']) : undefined;
    const referred = target === undefined || target === part ? null : wordsOf(target['name'], ' ');
    return referred === null ? [] : [referred];
  });
}

function urlOf(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  return isObject(first) ? (webAddress(first['@id']) ?? webAddress(first['url'])) : null;
}

function webAddress(value: unknown): string | null {
  return typeof value === 'string' && isWebAddress(value) ? value : null;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value.trim());
}

/** "en-GB", "English", or { "@type": "Language", "name": "English", "alternateName": "en" }. */
function languageOf(value: unknown): string | null {
  const [first] = listOf(value);
  const written = isObject(first)
    ? (wordsOf(first['alternateName'], ' ') ?? wordsOf(first['name'], ' ') ?? wordsOf(first, ' '))
    : wordsOf(first, ' ');
  if (written === null) return null;
  return /^english$/i.test(written.trim()) ? 'en' : written.trim().replaceAll('_', '-');
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
