// Worker thread of migrate.ts and drift.ts: Prisma's schema engine as WebAssembly, over the pg adapter. Plain ES module,
// since the engine is published as one only; a thread, so that compiling it blocks nothing and its memory is given back.
// The glue module is loaded by hand because its own entry point imports the .wasm file, which Node cannot do unflagged.

import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { readFileSync } from 'node:fs';

import { PrismaPg } from '@prisma/adapter-pg';
import { bindSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const CHAR = 18; // oid of Postgres's internal "char", which catalogs use and the adapter does not know
const TEXT = 25;

/**
 * The pg adapter with two repairs: it can read "char" columns, and a script runs as one query on one connection. The
 * adapter itself cuts scripts at every semicolon, also inside function bodies, and so outside a transaction.
 */
function adapterFactory(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool);
  let charColumns = [];
  pool.query = async (...args) => {
    const result = await query(...args);
    charColumns = [];
    for (const [i, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR) continue;
      charColumns.push(i);
      field.dataTypeID = TEXT;
    }
    return result;
  };
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (sql) => {
        const result = await queryRaw(sql);
        for (const i of charColumns) result.columnTypes[i] = ColumnTypeEnum.Character;
        return result;
      };
      adapter.executeScript = async (script) => {
        try {
          await query(script);
        } catch (error) {
          adapter.onError(error);
        }
      };
      adapter.dispose = () => pool.end();
      return adapter;
    },
  };
}

async function loadEngine({ connectionString, schema }) {
  const wasmFile = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const module = await WebAssembly.compile(readFileSync(wasmFile));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  let panic = null;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const engine = await glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindSqlAdapterFactory(adapterFactory(connectionString)),
  );
  return { engine, panicMessage: () => panic };
}

const FILTERS = { externalTables: [], externalEnums: [] };

const commands = {
  apply: (engine, { migrations, lockfile }) =>
    engine.applyMigrations({
      migrationsList: {
        baseDir: 'migrations',
        lockfile: { path: 'migration_lock.toml', content: lockfile },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: FILTERS,
    }),
  diff: (engine, { schema }) => {
    const files = [{ path: 'schema.prisma', content: schema }];
    return engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
  },
};

const { engine, panicMessage } = await loadEngine(workerData);
try {
  const result = await commands[workerData.command](engine, workerData);
  parentPort.postMessage({ ok: true, result });
} catch (error) {
  const message = panicMessage() ?? (error instanceof Error ? error.message : String(error));
  parentPort.postMessage({ ok: false, message });
}
// The engine holds its connection for as long as it lives.
process.exit(0);
