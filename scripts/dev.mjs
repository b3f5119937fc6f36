// Development: compiles on every change and restarts the service. Both stop with Ctrl-C.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

await import('./build.mjs');

const require = createRequire(import.meta.url);
const start = (args, env = {}) =>
  spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });

const compiler = start([
  require.resolve('typescript/bin/tsc'),
  '--watch',
  '--preserveWatchOutput',
  '--incremental',
  '--tsBuildInfoFile',
  'dist/tsc.tsbuildinfo',
]);
const service = start(['--watch', '--enable-source-maps', 'dist/main.js'], {
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'debug',
});

// Ctrl-C reaches both children by themselves; waiting lets the service stop its Postgres first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {
  service.kill('SIGTERM');
  compiler.kill('SIGTERM');
});
service.on('exit', (code) => {
  compiler.kill('SIGTERM');
  process.exitCode = code ?? 0;
});
