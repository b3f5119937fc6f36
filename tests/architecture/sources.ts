// Reads src/ as the architecture tests see it: every file with its layer, its imports and its identifiers.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import ts from 'typescript';

export const root = resolve(__dirname, '../..');

export interface Import {
  /** As written: './types', 'node:fs', 'zod'. */
  readonly specifier: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** The imported file relative to src/, without its extension; null for packages and built-ins. */
  readonly target: string | null;
}

export interface SourceFile {
  /** Relative to src/, with forward slashes: 'http/routes/articles.ts'. */
  readonly path: string;
  /** The folder right under src/, or the name of a file that stands there: 'http', 'main'. */
  readonly layer: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Every name the code refers to, with the object it is taken from: 'process', 'process.env', 'Math.random'. */
  readonly references: ReadonlySet<string>;
}

/** All hand-written sources; what tools generate is left out. */
export function readSources(): readonly SourceFile[] {
  const src = join(root, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => !name.startsWith('storage/generated/') && name !== 'http/contract.ts')
    .sort()
    .map((path) => readSource(src, path));
}

export function layerOf(path: string): string {
  return (path.split('/')[0] ?? path).replace(/\.tsx?$/, '');
}

function readSource(src: string, path: string): SourceFile {
  const text = readFileSync(join(src, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  const references = new Set<string>();

  const add = (specifier: string, typeOnly: boolean): void => {
    const target = specifier.startsWith('.')
      ? relative(src, resolve(dirname(join(src, path)), specifier))
          .split(sep)
          .join('/')
      : null;
    imports.push({ specifier, typeOnly, target });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false);
      return;
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, node.isTypeOnly);
      return;
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    }
    const loaded = loadedModule(node);
    if (loaded !== null) add(loaded, false);
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      references.add(`${node.expression.text}.${node.name.text}`);
    }
    if (ts.isIdentifier(node) && !isMemberName(node)) references.add(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);

  const lines = text.split('\n').length - 1;
  return { path, layer: layerOf(path), lines, imports, references };
}

/** The module of an `import('x')` or `require('x')` call. */
function loadedModule(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  const argument = node.arguments[0];
  if (!(isImport || isRequire) || argument === undefined) return null;
  return ts.isStringLiteral(argument) ? argument.text : null;
}

/** Names of members, not of things: `x.process`, `{ process: 1 }`, `interface { process: string }`. */
function isMemberName(node: ts.Identifier): boolean {
  const parent = node.parent;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent)) &&
      parent.name === node)
  );
}
