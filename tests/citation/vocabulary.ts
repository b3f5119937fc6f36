// Holds JSON-LD against schema.org's vocabulary by having the compiler check it as a literal of schema-dts's types:
// an unknown type or property, or one that another type has, does not compile.

import { join } from 'node:path';

import ts from 'typescript';

const root = join(__dirname, '../..');

/** What the compiler says of each document, in the order given; empty where it conforms. */
export function vocabularyFaults(documents: readonly string[]): string[][] {
  const file = join(root, 'tests/citation/documents.generated.ts');
  const lines = documents.map((json, index) => {
    const type = '@graph' in (JSON.parse(json) as object) ? 'Graph' : 'WithContext<Thing>';
    return `export const document${index}: ${type} = ${json};`;
  });
  const source = ["import type { Graph, Thing, WithContext } from 'schema-dts';", ...lines].join(
    '\n',
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, version)
      : getSourceFile.call(host, name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const tree = program.getSourceFile(file);
  if (tree === undefined) throw new Error('the documents were not compiled');
  const faults: string[][] = documents.map(() => []);
  for (const fault of [
    ...program.getSyntacticDiagnostics(tree),
    ...program.getSemanticDiagnostics(tree),
  ]) {
    const { line } = tree.getLineAndCharacterOfPosition(fault.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(fault.messageText, '\n');
    if (line === 0) throw new Error(message);
    faults[line - 1]?.push(message);
  }
  return faults;
}
