// The contract itself, openapi.yaml, as the running service knows it: to serve, and to tell 404 from 405.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

export interface ContractDocument {
  readonly yaml: string;
  readonly json: string;
  /** The methods that a path takes, HEAD and OPTIONS included; none if the contract has no such path. */
  methodsAt(path: string): readonly string[];
}

/** Reads the contract from the package's root, where it lies beside both src/ and dist/. */
export function readContract(): ContractDocument {
  const yaml = readFileSync(resolve(__dirname, '../../openapi.yaml'), 'utf8');
  const document = parse(yaml) as { paths: Record<string, Record<string, unknown>> };
  const routes = Object.entries(document.paths).map(([template, item]) => ({
    pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    methods: Object.keys(item)
      .filter((key) => /^(get|post|put|patch|delete)$/.test(key))
      .flatMap((key) => (key === 'get' ? ['GET', 'HEAD'] : [key.toUpperCase()])),
  }));
  return {
    yaml,
    json: JSON.stringify(document),
    methodsAt(path) {
      const route = routes.find(({ pattern }) => pattern.test(path));
      return route === undefined ? [] : [...route.methods, 'OPTIONS'];
    },
  };
}
