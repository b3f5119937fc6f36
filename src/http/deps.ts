// What the HTTP side needs from the rest of the house; main.ts and the tests hand it in.

import type { Typesetter } from '../citation';
import type { Config } from '../config';
import type { Ingestion } from '../ingestion/types';
import type { Logger } from '../log';
import type { Store } from '../storage/store';

export interface AppDeps {
  readonly store: Store;
  readonly ingestion: Ingestion;
  readonly typesetter: Typesetter;
  readonly log: Logger;
  /** The service's version, as in package.json. */
  readonly version: string;
  readonly settings: Pick<Config, 'maxBodyBytes' | 'trustProxy' | 'corsOrigins' | 'excerptLimits'>;
}
