// Questions that callers may ask freely: what Postgres has ended for its length is answered with what to do.

import { guarded } from '../failures';

const TOO_LONG = `This question takes longer than the database may take for one, and was given up. Narrow it: by from and to
  or maxAgeDays, by speaker, topic or publication; search for a phrase or for rarer words; leave total and facets out.`;

/** Runs what callers may ask freely: its cost is theirs, its end is ours. */
export const answered = <Result>(operation: () => Promise<Result>): Promise<Result> =>
  guarded(operation, TOO_LONG.replace(/\s+/g, ' '));
