// How values of the API are put in words: dates, forms, certainty, speakers.

import { wordingOf } from '../citation/wording';
import type { Form, Schemas, Statement } from './api';

export const FORM_WORDS: Record<Form, string> = {
  direct: 'Quotation',
  mixed: 'Partly quoted',
  indirect: 'Paraphrase',
};

export const CUE_WORDS: Record<Schemas['CueClass'], string> = {
  report: 'Report',
  claim: 'Claim',
  denial: 'Denial',
  demand: 'Demand',
  promise: 'Promise',
  praise: 'Praise',
  criticism: 'Criticism',
  belief: 'Belief',
  question: 'Question',
  agreement: 'Agreement',
  warning: 'Warning',
  announcement: 'Announcement',
  refusal: 'Refusal',
};

export const REVIEW_WORDS: Record<Schemas['ReviewState'], string> = {
  machine: 'Not reviewed',
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  rejected: 'Rejected',
};

export const SORT_WORDS = {
  '-date': 'Newest first',
  date: 'Oldest first',
  '-relevance': 'Closest to the words',
} as const;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

export const day = (time: string): string => DAY.format(new Date(time));
export const minute = (time: string): string => `${MINUTE.format(new Date(time))} UTC`;

/** A confidence as a reader takes it: '93%'. */
export const percent = (confidence: number): string => `${Math.floor(confidence * 100)}%`;

/** '1 statement', '2,300 statements'. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

type Said = Pick<Statement, 'negated' | 'form' | 'content' | 'sentence'>;

/** What may be shown as said: quotation marks only around a speaker's own words. */
export function shown(statement: Said): string {
  const { text, verbatim } = wordingOf(statement);
  return verbatim ? `“${text}”` : text;
}

/** The words by which the article names who spoke. */
export function sourceWords(statement: Pick<Statement, 'source'>): string | null {
  return statement.source === null ? null : statement.source.exact;
}
