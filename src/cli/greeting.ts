// What the service says at a terminal when it is ready: where it is, what it holds, and something to try.

import type { Config } from '../config';
import type { Store } from '../storage';

/** What a person wants to know who has just started the service. */
export async function greeting(
  config: Config,
  store: Store,
  version: string,
  port: number,
): Promise<string> {
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(config.host);
  const name = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${local ? 'localhost' : name}:${port}`;
  const { articles, statements, speakers } = await store.counts();
  const database = config.databaseUrl === null ? `Postgres in ${config.dataDir}` : 'DATABASE_URL';
  const loaded =
    articles === 0
      ? 'nothing yet'
      : `${articles} articles, ${statements} statements, ${speakers} speakers`;
  return [
    `Verbatim ${version} is ready.`,
    '',
    `  service   ${url}`,
    `  API page  ${url}/docs`,
    `  data      ${database}`,
    `  loaded    ${loaded}`,
    '',
    'Try:',
    `  ${await firstRequest(store, url)}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

/** A curl that answers with something to see, whatever the store holds. */
async function firstRequest(store: Store, url: string): Promise<string> {
  const [speaker] = (await store.speakers.list({}, { limit: 1, cursor: null })).items;
  if (speaker !== undefined) {
    const name = encodeURIComponent(speaker.name).replaceAll("'", '%27');
    return `curl '${url}/v1/statements?speaker=${name}&limit=3'`;
  }
  const text = 'The bridge will open in May, the mayor, Ana Ruiz, told reporters on Monday.';
  return `curl '${url}/v1/extractions' -H 'Content-Type: text/plain' -d '${text}'`;
}
