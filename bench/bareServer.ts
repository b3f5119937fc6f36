// The rival of bench/lists.ts: Express and pg with nothing else, sending the very rows that the service reads, as they are.

import type { AddressInfo } from 'node:net';

import express from 'express';
import { Pool } from 'pg';

import { pageQuery } from '../src/storage/reading/statements';
import type { StatementFilter } from '../src/storage/store';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] });
const app = express();

app.get('/statements', async (req, res) => {
  const { sort, cursor, limit, ...filter } = req.query as Record<string, string>;
  const { speaker, topic, article } = filter;
  const wanted: StatementFilter = {
    ...(speaker === undefined ? {} : { speakerIds: [speaker] }),
    ...(topic === undefined ? {} : { topicId: topic }),
    ...(article === undefined ? {} : { articleId: article }),
  };
  const order = sort === 'position' ? 'position' : '-date';
  const query = pageQuery(wanted, order, Number(limit), cursor ?? null);
  res.json((await pool.query(query)).rows);
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => {
  server.close();
  void pool.end().then(() => process.exit(0));
});
