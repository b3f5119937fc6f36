// The port of reading stored texts again with a newer engine. Types only.

import type { Extraction } from '../extraction/types';
import type { TopicAssignment } from '../topics/types';
import type { EngineRecord, OutdatedText } from './records';

export interface Rereading {
  /**
   * Current texts that were read by another engine than this one (with `all` by any), from the first id behind `after` on; what
   * `readAgain` has been called for is not given again.
   */
  outdated(
    engine: EngineRecord,
    options: { readonly all: boolean; readonly after: string | null; readonly limit: number },
  ): Promise<readonly OutdatedText[]>;
  /** How many there are. */
  countOutdated(engine: EngineRecord, all: boolean): Promise<number>;
  /**
   * Writes what an engine makes of a stored text now; statements that stay keep their ids, and editors' words stand. False where the
   * text is no longer the current one.
   */
  readAgain(revisionId: string, extraction: Extraction, topics: TopicAssignment): Promise<boolean>;
}
