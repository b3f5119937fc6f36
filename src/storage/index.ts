// The door of storage.

export { detectDrift } from './schema/drift';
export type { EmbeddedPostgres } from './embedded';
export { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded';
export { migrate } from './schema/migrate';
export { openStore } from './openStore';
export type * from './records';
export type * from './store';
