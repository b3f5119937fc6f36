// How the page is built: from src/web into dist/web, nothing inlined, since its policy forbids inline scripts and styles.

import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { listLibraries } from './libraries.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  plugins: [listLibraries()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
