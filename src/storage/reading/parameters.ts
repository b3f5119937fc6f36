// Values on their way into SQL: always as parameters, numbered as they are met.

/** Collects the values of one query; calling it gives the placeholder. */
export interface Parameters {
  (value: unknown): string;
  readonly values: unknown[];
}

export function collectParameters(): Parameters {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  return Object.assign(add, { values });
}

/** Joins conditions with AND; without any, everything passes. */
export function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}
