// The single values that requests may hold, each the twin of a schema of the same name in openapi.yaml.
// tests/http/schemas.test.ts proves that the twins accept and reject the same.

import { z } from 'zod';

// Not z.uuid(): ids are opaque, and any id that was ever given out must stay readable.
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TOPIC_ID = /^[0-9]{8}$/;
const SOME_WORDS = /^[^\0]*[^\s\0][^\0]*$/;

// The years that Postgres, JavaScript and a newspaper archive agree on.
const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;
const TIME = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a string has the shape of an id; what has not cannot exist. */
export function isId(value: string): boolean {
  return ID.test(value);
}

/** Whether a string has the shape of a topic's id. */
export function isTopicId(value: string): boolean {
  return TOPIC_ID.test(value);
}

const words = (maxLength: number) =>
  z
    .string('must be text')
    .regex(SOME_WORDS, 'must hold more than white space, and no NUL character')
    .refine(
      (value) => countCharacters(value, maxLength) <= maxLength,
      `must have at most ${maxLength} characters`,
    );

export const id = z.string('must be an id').regex(ID, 'is not an id as this service gives them');
export const topicId = z.string().regex(TOPIC_ID, 'must be the eight digits of a Media Topic');
export const title = words(1000);
export const publication = words(200);
export const byline = words(500);
export const queryText = words(300);
export const speakerName = words(200);
export const editorsName = words(200);
export const editorsReason = words(1000);
export const quotationText = words(5000);
export const draftText = words(64_000);
/** Names separated by commas. */
export const publicationList = z
  .string('must be text')
  .regex(
    /^[^\0,]*[^\s\0,][^\0,]*(,[^\0,]*[^\s\0,][^\0,]*){1,9}$/,
    'must be two to ten names of publications, separated by commas',
  )
  .refine((value) => countCharacters(value, 2000) <= 2000, 'must have at most 2000 characters')
  .transform((list) => list.split(',').map((name) => name.trim()));
/** No limit of its own: the body has one. */
export const articleBody = z
  .string('must be text')
  .regex(SOME_WORDS, 'must hold more than white space, and no NUL character');

export const httpUrl = z
  .string('must be text')
  .regex(/^https?:\/\/[^\s/?#\0]+[^\s\0]*$/, 'must be a whole http or https address')
  .refine((value) => countCharacters(value, 2048) <= 2048, 'must have at most 2048 characters');

export const languageTag = z
  .string('must be text')
  .max(35, 'must have at most 35 characters')
  .regex(
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
    'must be a BCP 47 language tag such as en or en-GB',
  );

export const dateOrTime = z
  .string('must be text')
  .refine(
    (value) =>
      (DATE.test(value) && z.iso.date().safeParse(value).success) ||
      (TIME.test(value) && z.iso.datetime({ offset: true }).safeParse(value).success),
    'must be a date (2026-05-12) or a date with time and offset (2026-05-12T18:40:00+02:00)',
  );

export const cursor = z
  .string()
  .regex(/^[\x21-\x7e]{1,2000}$/, 'is not a cursor as this service gives them');
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces');

export const form = choice(['direct', 'indirect', 'mixed']);
export const speakerType = choice(['person', 'organisation', 'document', 'group', 'unnamed']);
const forLists = ['json', 'jsonld', 'annotation', 'csl-json', 'bibtex', 'ris', 'link'] as const;
export const listFormat = choice(forLists);
export const statementFormat = choice([...forLists, 'apa', 'mla', 'chicago']);
export const subjectType = choice(['person', 'organisation', 'place', 'law', 'work']);
export const statementSort = choice([
  '-date',
  'date',
  'position',
  '-relevance',
  'relevance',
  'confidence',
]);
export const removalReason = choice(['withheld', 'canceled', 'legal', 'privacy', 'error', 'other']);
export const reviewState = choice(['machine', 'confirmed', 'corrected', 'rejected']);
export const interval = choice(['day', 'week', 'month', 'year']);
export const searchPlaces = listOf(['content', 'sentence', 'title']);
export const facetNames = listOf([
  'speaker',
  'topic',
  'publication',
  'form',
  'year',
  'cueClass',
  'review',
]);
export const cueClass = choice([
  'report',
  'claim',
  'denial',
  'demand',
  'promise',
  'praise',
  'criticism',
  'belief',
  'question',
  'agreement',
  'warning',
  'announcement',
  'refusal',
]);

/** A whole number in a query string, in its one usual spelling. */
export const wholeNumber = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string(message)
    .regex(/^(0|[1-9]\d{0,9})$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
};

/** A share from 0 to 1 in a query string. */
export const share = z
  .string('must be a number from 0 to 1')
  .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'must be a number from 0 to 1, such as 0.8')
  .transform(Number);

/** `true` or `false` in a query string. */
export const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((value) => value === 'true');

/** In code points, as JSON Schema counts; gives up counting soon after `enough`. */
function countCharacters(value: string, enough: number): number {
  if (value.length <= enough) return value.length;
  let count = 0;
  for (const character of value) {
    count += 1;
    if (count > enough || character === '') break;
  }
  return count;
}

/** Several of a few values, separated by commas. */
function listOf<const Value extends string>(values: readonly Value[]) {
  const one = `(${values.join('|')})`;
  return z
    .string('must be text')
    .regex(
      new RegExp(`^${one}(,${one}){0,${values.length - 1}}$`),
      `must be one or more of ${values.join(', ')}, separated by commas`,
    )
    .transform((list) => list.split(',') as Value[]);
}

function choice<const Value extends string>(values: readonly Value[]) {
  return z.enum(values, `must be one of ${values.join(', ')}`);
}
