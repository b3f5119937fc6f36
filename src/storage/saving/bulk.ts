// Many rows in few round trips: one JSON parameter for a thousand rows, which Postgres unfolds.

import type { PoolClient } from 'pg';

/** Rows a statement; larger ones gain nothing and would hold up the event loop while they are written out. */
const CHUNK = 1000;

const NONE = { from: [], columns: {} };

/** Column names with their types in Postgres. */
export type Columns<Row> = { readonly [Name in keyof Row & string]: string };

/** A derived table of rows that a JSON parameter holds, for FROM. */
export function recordset(columns: Readonly<Record<string, string>>, placeholder = '$1'): string {
  const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return `jsonb_to_recordset(${placeholder}::jsonb) AS new(${list.join(', ')})`;
}

/**
 * Inserts rows in their order. `derived` columns are expressions over the rows, which may hold more than the table.
 * `onConflict` gives the end of the SQL from the names of all columns.
 */
export async function insertRows<Row extends object>(
  client: PoolClient,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  derived: { readonly from: readonly (keyof Row & string)[]; readonly columns: object } = NONE,
  onConflict: (names: readonly string[]) => string = () => '',
): Promise<void> {
  const stored = Object.keys(columns).filter((name) => !derived.from.some((own) => own === name));
  const names = stored.map((name) => `"${name}"`);
  const into = [...names, ...Object.keys(derived.columns)].join(', ');
  const values = [...names, ...(Object.values(derived.columns) as string[])].join(', ');
  const conflict = onConflict(into.split(', '));
  for (let at = 0; at < rows.length; at += CHUNK) {
    await client.query(
      `INSERT INTO ${table} (${into}) SELECT ${values} FROM ${recordset(columns)} ${conflict}`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    );
  }
}
