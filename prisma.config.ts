// Configuration of Prisma's command line. Only `prisma generate` is used in development: the service migrates itself
// (src/storage/migrate.ts). `prisma migrate deploy` works too wherever Prisma can download its schema engine.

import { defineConfig } from 'prisma/config';

// `prisma generate` and `format` look for a schema engine that they never call, and would download one. Any executable satisfies
// them, so that installing works where nothing but a package registry can be reached.
if (!process.argv.includes('migrate')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
