// What a page says of itself: JSON-LD first, since it is written for machines, then OpenGraph, then plain HTML.

import { readDateLeniently } from '../dates';
import type { NewsArticle } from '../formats/jsonLd';
import { newsArticleIn } from '../formats/jsonLd';
import { MAX_LENGTHS } from '../formats/metadata';
import type { ReadableArticle } from '../types';
import { canonicalUrl } from '../url';
import type { DomDocument } from './dom';

export type PageMetadata = Omit<ReadableArticle, 'text'>;

/** Reads title, byline, date, publication, address and language; what cannot be used is null, never an error. */
export function readMetadata(document: DomDocument, url: string | null): PageMetadata {
  const article = jsonLdArticle(document);
  const meta = metaReader(document);
  const siteName =
    article?.publication ??
    meta('og:site_name') ??
    meta('application-name') ??
    meta('dc.publisher');
  return {
    url: firstUrl(
      [attribute(document, 'link[rel=canonical]', 'href'), article?.url ?? null, meta('og:url')],
      url ?? attribute(document, 'base[href]', 'href'),
    ),
    title: clip(
      article?.headline ??
        meta('og:title') ??
        meta('twitter:title') ??
        elementText(document, '[itemprop=headline]') ??
        titleOf(document, siteName),
      MAX_LENGTHS.title,
    ),
    publication: clip(siteName, MAX_LENGTHS.publication),
    byline: clip(withoutBy(article?.byline ?? authorOf(document, meta)), MAX_LENGTHS.byline),
    publishedAt: firstDate([
      article?.published ?? null,
      meta('article:published_time'),
      meta('og:published_time'),
      meta('parsely-pub-date'),
      meta('datepublished'),
      meta('dc.date.issued'),
      meta('dcterms.created'),
      meta('date'),
      attribute(document, '[itemprop=datePublished]', 'datetime') ??
        attribute(document, '[itemprop=datePublished]', 'content'),
      attribute(document, 'article time[datetime], time[pubdate][datetime]', 'datetime'),
    ]),
    language: firstLanguage([
      article?.language ?? null,
      attribute(document, 'html[lang]', 'lang'),
      attribute(document, 'meta[http-equiv=content-language i]', 'content'),
      meta('og:locale'),
    ]),
  };
}

function jsonLdArticle(document: DomDocument): NewsArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const article = newsArticleIn(parseLeniently(script.textContent ?? ''));
    if (article !== null) return article;
  }
  return null;
}

/** Pages wrap their JSON-LD in comments or CDATA, and some of it is broken: that only loses the metadata. */
function parseLeniently(json: string): unknown {
  const bare = json
    .replace(/^\s*(?:<!--|(?:\/\/\s*)?<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, '');
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return null;
  }
}

type MetaReader = (name: string) => string | null;

/** The first <meta> of each name, whether it is called name, property or itemprop. */
function metaReader(document: DomDocument): MetaReader {
  const contents = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = oneLine(meta.getAttribute('content'));
    const names = [
      meta.getAttribute('property'),
      meta.getAttribute('name'),
      meta.getAttribute('itemprop'),
    ];
    for (const name of names) {
      const key = name?.trim().toLowerCase();
      if (key && content !== null && !contents.has(key)) contents.set(key, content);
    }
  }
  return (name) => contents.get(name) ?? null;
}

function authorOf(document: DomDocument, meta: MetaReader): string | null {
  const candidates = [
    meta('author'),
    meta('parsely-author'),
    meta('article:author'),
    meta('dc.creator'),
    elementText(document, '[itemprop=author] [itemprop=name]'),
    elementText(document, '[itemprop=author]'),
    elementText(document, '[rel=author]'),
    elementText(document, '.byline, .article-byline, .story-byline, .by-line'),
  ];
  // article:author is often the address of a profile.
  return (
    candidates.find((candidate) => candidate !== null && !/^https?:\/\//i.test(candidate)) ?? null
  );
}

/** "By Jane Doe and John Roe | Courts": the names alone. */
function withoutBy(byline: string | null): string | null {
  return (
    byline?.replace(/^\s*(?:(?:words|story|report|reporting|written)\s+)?by[:\s]\s*/i, '') ?? null
  );
}

/** The only <h1>, else the <title> without the outlet's name behind it: "Storm hits coast | The Paper". */
function titleOf(document: DomDocument, siteName: string | null): string | null {
  const headings = [...document.querySelectorAll('h1')];
  const heading = headings.length === 1 ? oneLine(headings[0]?.textContent ?? null) : null;
  if (heading !== null) return heading;
  const title = elementText(document, 'title');
  if (title === null) return null;
  const parts = title.split(/\s+[|–—·»-]\s+/);
  const last = parts.at(-1) ?? '';
  const namesSite = siteName !== null && last.toLowerCase() === siteName.toLowerCase();
  return parts.length > 1 && (namesSite || / [|·»] /.test(title))
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/, '')
    : title;
}

function firstUrl(candidates: readonly (string | null)[], base: string | null): string | null {
  for (const candidate of candidates) {
    if (candidate === null) continue;
    const reading = canonicalUrl(candidate, base);
    if ('url' in reading) return reading.url;
  }
  return null;
}

function firstDate(candidates: readonly (string | null)[]): Date | null {
  for (const candidate of candidates) {
    const date = readDateLeniently(candidate);
    if (date !== null) return date;
  }
  return null;
}

function firstLanguage(candidates: readonly (string | null)[]): string | null {
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll('_', '-') ?? '';
    if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) && tag.length <= MAX_LENGTHS.language)
      return tag;
  }
  return null;
}

function attribute(document: DomDocument, selector: string, name: string): string | null {
  return oneLine(document.querySelector(selector)?.getAttribute(name) ?? null);
}

function elementText(document: DomDocument, selector: string): string | null {
  return oneLine(document.querySelector(selector)?.textContent ?? null);
}

/** A value on one line, without what cannot be stored; null if nothing is left. */
function oneLine(value: string | null): string | null {
  const line = value
    ?.replace(/[\0\u00ad\u200b\ufeff]|\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === undefined || line === '' ? null : line;
}

function clip(value: string | null, maxLength: number): string | null {
  const line = oneLine(value);
  return line === null || line.length <= maxLength ? line : oneLine(line.slice(0, maxLength));
}
