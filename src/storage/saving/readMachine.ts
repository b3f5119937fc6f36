// What the machine says of a statement, read within the transaction that has just written it.

import type { PoolClient } from 'pg';

import type { StatementRow } from '../reading/statementRows';
import { SELECT_STATEMENT, toStatement } from '../reading/statementRows';
import type { MachineReading } from '../records';
import { machineReadingOf } from './applyWord';

export async function readMachine(client: PoolClient, id: string): Promise<MachineReading> {
  const { rows } = await client.query<StatementRow>(SELECT_STATEMENT, [id]);
  const [row] = rows;
  if (row === undefined) throw new Error(`The statement ${id} was to be written before.`);
  return machineReadingOf(toStatement(row));
}
