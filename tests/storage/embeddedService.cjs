// A stand-in for the service in embedded.test.ts: holds a data folder until it is killed. Runs the sources as they are.

const { readFileSync } = require('node:fs');
const { Module } = require('node:module');

const { transformSync } = require('@swc/core');

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename });
  module._compile(code, filename);
};

const { startEmbeddedPostgres } = require('../../src/storage/embedded');

startEmbeddedPostgres({ dataDir: process.argv[2] }).then(({ connectionString }) => {
  process.stdout.write(JSON.stringify({ connectionString }));
  setInterval(() => undefined, 1000);
});
