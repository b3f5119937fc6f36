// Which libraries end up in the page's script, with the words of their licences: a step of the page's build, so that no
// list is kept by hand. The build writes dist/web/libraries.txt; `npm run notice` carries it into NOTICE.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
const RULE = '-'.repeat(78);

/** A step that writes libraries.txt beside the page: every package that a script or style holds code of. */
export function listLibraries() {
  return {
    name: 'libraries',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
      const folders = new Set(modules.map(packageOf).filter((folder) => folder !== null));
      const source = [...folders].sort().map(describe).join(`\n${RULE}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'libraries.txt', source });
    },
  };
}

/** The folder of the package that a module comes from; null for the page's own and for what the bundler puts in. */
function packageOf(id) {
  // By the path: a package.json of its own, as in preact/hooks, does not make a folder a package.
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? null;
}

function describe(folder) {
  const { name, version, license } = read(folder);
  const files = readdirSync(folder).filter((file) => LICENCE.test(file));
  // Whoever passes the script on has to pass these words on: without them there is no page.
  if (files.length === 0) throw new Error(`${name} has no licence text: it cannot be bundled.`);
  const texts = files.sort().map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** The text as it is, but for line ends and white space at them, which differ between systems. */
function tidy(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function read(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
