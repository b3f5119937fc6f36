// The traits of a statement as lists filter by them: one small number, whose values Postgres counts and indexes.

import type { ReviewState } from '../records';
import type { StatementFilter } from '../store';
import type { Parameters } from './parameters';

// As statement_traits() of the database packs them.
const FLAGS = { negated: 1, hedged: 2, nested: 4, hasNumber: 8 } as const;
const REVIEW: Readonly<Record<ReviewState, number>> = {
  machine: 0,
  confirmed: 1,
  corrected: 2,
  rejected: 3,
};
const REVIEW_STEP = 16;
const VALUES = 64;

/** Conditions on the columns `traits`, `certainty` and `form`, which every table of statements has. */
export function traitConditions(filter: StatementFilter, parameter: Parameters): string[] {
  const conditions: string[] = [];
  const wanted = traitValues(filter);
  if (wanted !== null) conditions.push(`x.traits = ANY(${parameter(wanted)}::smallint[])`);
  const { minConfidence, hasQuotation } = filter;
  if (minConfidence !== undefined) {
    conditions.push(`x.certainty >= ${parameter(hundredths(minConfidence))}::smallint`);
  }
  if (hasQuotation !== undefined) {
    conditions.push(hasQuotation ? `x.form IN ('direct', 'mixed')` : `x.form = 'indirect'`);
  }
  return conditions;
}

/** All values that the filter lets pass, or null where it does not ask. */
function traitValues(filter: StatementFilter): number[] | null {
  const flags = Object.entries(FLAGS) as [keyof typeof FLAGS, number][];
  const asked = flags.filter(([name]) => filter[name] !== undefined);
  if (asked.length === 0 && filter.review === undefined) return null;
  return Array.from({ length: VALUES }, (_, value) => value).filter(
    (value) =>
      asked.every(([name, bit]) => ((value & bit) !== 0) === filter[name]) &&
      (filter.review === undefined || Math.floor(value / REVIEW_STEP) === REVIEW[filter.review]),
  );
}

/** SQL: the state of review that such a number holds. */
export function reviewOf(traits: string): string {
  const states = Object.entries(REVIEW).map(([state, n]) => `WHEN ${n} THEN '${state}'`);
  return `CASE ${traits} / ${REVIEW_STEP} ${states.join(' ')} END`;
}

// Up: 0.905 asks for 91 hundredths. Rounded first, since 0.29 * 100 is a little less than 29.
function hundredths(share: number): number {
  return Math.ceil(Math.round(share * 1e6) / 1e4);
}
