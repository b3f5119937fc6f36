// The files that make up the repository: what git tracks or would track; without git, what is not plainly built.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const root = resolve(__dirname, '../..');
/** Hidden folders are caches and the like, save the build server's. */
const BUILT = /(^|\/)(node_modules|dist|coverage|generated|__pycache__|\.(?!ci\/)[^/]+)\//;

/** Paths relative to the root, with forward slashes. */
export function trackedFiles(): readonly string[] {
  const files = existsSync(join(root, '.git')) ? listedByGit() : foundOnDisk();
  return files.filter((path) => existsSync(join(root, path)));
}

function listedByGit(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
    .split('\0')
    .filter((path) => path !== '');
}

function foundOnDisk(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !BUILT.test(path));
}
