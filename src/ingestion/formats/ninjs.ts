// IPTC ninjs, "News in JSON", lines 1.x (body_text, byline), 2.x (bodies, by) and 3.x (camel case).
// Read by meaning rather than by version: few senders say which line they use, and many mix in names of another.

import { z } from 'zod';

import { AppError } from '../../errors';
import { checkText } from '../text';
import type { Submission } from '../types';
import { fieldReader, MAX_LENGTHS, zodFields } from './metadata';

const string = (what: string) => z.string(`Write ${what} as a string.`).nullish();
const party = z.looseObject({ name: string('the name') });

const variant = z.looseObject({
  role: string('the role'),
  contenttype: string('the content type'),
  value: z.string('Write the value as a string.'),
});
const variants = (what: string) =>
  z.array(variant, `Write ${what} as a list of objects with a value.`).nullish();

/** Property names in lower case: versioncreated is 1.x and 2.x, versionCreated 3.x. */
const itemSchema = z.looseObject({
  uri: z.string('Write the uri of the item as a string: ninjs requires it.'),
  // ninjs writes "canceled"; a takedown must not fail because its sender spells it the British way.
  pubstatus: z
    .preprocess(
      (value) => (value === 'cancelled' ? 'canceled' : value),
      z.enum(
        ['usable', 'withheld', 'canceled'],
        'Write usable, withheld or canceled, or leave it out.',
      ),
    )
    .nullish(),
  embargoed: string('the date'),
  embargoeduntil: string('the date'),
  versioncreated: string('the date'),
  contentcreated: string('the date'),
  firstcreated: string('the date'),
  language: string('the language'),
  headline: string('the headline'),
  headlines: variants('the headlines'),
  title: string('the title'),
  byline: string('the byline'),
  by: string('the byline'),
  bodies: variants('the bodies'),
  provider: z
    .union([z.string(), party], 'Write the provider as a name or an object with a name.')
    .nullish(),
  infosource: z.array(party, 'Write the info sources as a list of objects with a name.').nullish(),
  infosources: z.array(party, 'Write the info sources as a list of objects with a name.').nullish(),
  copyrightholder: string('the copyright holder'),
});

type Item = z.infer<typeof itemSchema>;

interface Body {
  readonly value: string;
  readonly markup: boolean;
  /** Its sender calls it the main one. */
  readonly main: boolean;
  readonly pointer: string;
}

/** Reads a news item of any line of ninjs. One that is withheld or canceled needs no text, but an address to be known by. */
export function submissionFromNinjs(body: unknown): Submission {
  const { item, written } = readItem(body);
  const at = (property: string): string => `/${written.get(property) ?? property}`;
  const read = fieldReader();
  const dated = (['versioncreated', 'contentcreated', 'firstcreated'] as const).find(
    (key) => item[key],
  );
  const headline = headlineOf(item);
  const bylineKey = item.byline ? 'byline' : 'by';
  const content = chooseBody(item, written);

  const metadata = {
    format: 'ninjs',
    // Many agencies name items by URN (urn:newsml:…); only web addresses are addresses of articles here.
    url: /^https?:/i.test(item.uri.trim()) ? read.url(item.uri, '/uri') : null,
    title: read.line(headline.value, at(headline.property), MAX_LENGTHS.title),
    publication: read.line(publicationOf(item), at('provider'), MAX_LENGTHS.publication),
    byline: read.line(item[bylineKey] ?? null, at(bylineKey), MAX_LENGTHS.byline),
    publishedAt: dated === undefined ? null : read.date(item[dated] ?? null, at(dated)),
    language: read.language(item.language ?? null, '/language'),
  } as const;
  const embargoKey = item.embargoeduntil ? 'embargoeduntil' : 'embargoed';
  const embargo = read.date(item[embargoKey] ?? null, at(embargoKey));
  read.throwIfRefused('This ninjs item');

  const pubStatus = item.pubstatus ?? 'usable';
  const rules = { embargoedUntil: embargo, pubStatus };
  if (pubStatus !== 'usable') {
    if (metadata.url === null) refuseNameless(pubStatus);
    return { ...metadata, ...rules, text: null, html: null };
  }
  if (content === null) {
    throw new AppError(
      'invalid-input',
      'This ninjs item has no text: it needs body_text, body_html or body_xhtml (1.x), or bodies with a value (2.x, 3.x). ' +
        'Pictures, graphics, audio and video cannot be read.',
    );
  }
  if (!content.markup) checkText(content.value, content.pointer);
  return {
    ...metadata,
    ...rules,
    text: content.markup ? null : content.value,
    html: content.markup ? content.value : null,
  };
}

/** The item with all its own property names in lower case, and how each was written. */
function readItem(body: unknown): { item: Item; written: ReadonlyMap<string, string> } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError(
      'invalid-input',
      'A ninjs item is one JSON object with a uri: send them one by one.',
    );
  }
  const written = new Map<string, string>();
  const lowered: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    written.set(key.toLowerCase(), key);
    lowered[key.toLowerCase()] =
      key === 'bodies' || key === 'headlines' ? lowerVariants(value) : value;
  }
  const shape = itemSchema.safeParse(lowered);
  if (shape.success) return { item: shape.data, written };
  const fields = zodFields(shape.error, '').map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/([^/]*)/, (_, key: string) => `/${written.get(key) ?? key}`),
    message,
  }));
  throw new AppError(
    'invalid-input',
    'This ninjs item has fields that are missing or of the wrong type; see errors.',
    {
      fields,
    },
  );
}

function lowerVariants(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null
      ? Object.fromEntries(Object.entries(entry).map(([key, inner]) => [key.toLowerCase(), inner]))
      : entry,
  );
}

function refuseNameless(pubStatus: string): never {
  throw new AppError(
    'invalid-input',
    `This item is ${pubStatus}, but its uri is no web address, so that nothing stored can be told to be it: delete the article by its id.`,
    { fields: [{ pointer: '/uri', message: 'must be the web address of the article' }] },
  );
}

/** 2.x and 3.x: the variant for the main place, else the first; 1.x: headline, else any headline_…, else the title. */
function headlineOf(item: Item): { value: string | null; property: string } {
  const main =
    item.headlines?.find(({ role }) => !role || /^(?:main|headline|text)$/i.test(role)) ??
    item.headlines?.[0];
  if (main !== undefined) return { value: withoutTags(main.value), property: 'headlines' };
  if (item.headline) return { value: withoutTags(item.headline), property: 'headline' };
  for (const [key, value] of Object.entries(item)) {
    if (key.startsWith('headline_') && typeof value === 'string')
      return { value: withoutTags(value), property: key };
  }
  return { value: item.title ?? null, property: 'title' };
}

function withoutTags(value: string): string {
  return value.replace(/<\/?[a-z][^<>]*>/gi, '');
}

function publicationOf(item: Item): string | null {
  const provider = typeof item.provider === 'string' ? item.provider : item.provider?.name;
  const source = [...(item.infosources ?? []), ...(item.infosource ?? [])].find(({ name }) => name);
  return provider || source?.name || item.copyrightholder || null;
}

/**
 * Plain text before markup, because text is kept exactly; but the article before its summary, which senders put beside
 * it as a body too: the bodies called main, else those at least half as long as the longest.
 */
function chooseBody(item: Item, written: ReadonlyMap<string, string>): Body | null {
  const bodies = [
    ...(item.bodies ?? []).flatMap((body, index): Body[] => {
      const markup = isMarkup(`${body.contenttype ?? ''} ${body.role ?? ''}`, body.value);
      const main = /^main$/i.test(body.role ?? '');
      return markup === null
        ? []
        : [{ value: body.value, markup, main, pointer: `/bodies/${index}/value` }];
    }),
    ...Object.entries(item).flatMap(([key, value]): Body[] => {
      if (!key.startsWith('body_') || typeof value !== 'string') return [];
      const markup = isMarkup(key, value);
      return markup === null
        ? []
        : [{ value, markup, main: false, pointer: `/${written.get(key) ?? key}` }];
    }),
  ].filter(({ value }) => value.trim() !== '');
  const main = bodies.filter((body) => body.main);
  const half = Math.max(...bodies.map(wordsIn)) / 2;
  const whole = main.length > 0 ? main : bodies.filter((body) => wordsIn(body) >= half);
  return whole.find(({ markup }) => !markup) ?? whole[0] ?? null;
}

function wordsIn({ value, markup }: Body): number {
  return (markup ? withoutTags(value) : value).split(/\s+/).length;
}

/** Whether a body is HTML, by what it is called and else by how it looks; null for NITF and other XML. */
function isMarkup(label: string, value: string): boolean | null {
  if (/html/i.test(label)) return true;
  if (/text\/plain/i.test(label)) return false;
  if (/xml|nitf/i.test(label)) return null;
  return /^\s*<[a-z!]/i.test(value) || /<\/p\s*>/i.test(value);
}
