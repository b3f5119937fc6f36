// Holds every answer of every test against openapi.yaml: status, headers, media type and body, with nothing undocumented.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** An answer as supertest, fetch or autocannon see it; header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Json = { readonly [key: string]: Json } & readonly Json[] & string;
/** A part of the document, with where it stands. */
type Node = { readonly value: Json; readonly pointer: string };

/** Set by Node and by compression; what HTTP itself says of them needs no words in the contract. */
const OF_HTTP_ITSELF = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

export const contract = parse(
  readFileSync(join(__dirname, '../../openapi.yaml'), 'utf8'),
) as unknown as Json;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(closed(contract), 'contract');
const validators = new Map<string, ValidateFunction>();

/** Throws with everything in which an answer departs from the contract. */
export function expectContract(method: string, url: string, answer: Answer): void {
  const path = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/s, '');
  const problems = departures(method.toUpperCase(), path, answer);
  if (problems.length === 0) return;
  const body = answer.body.length > 600 ? `${answer.body.slice(0, 600)} …` : answer.body;
  throw new Error(
    `${method.toUpperCase()} ${path} answered ${answer.status} against the contract:\n- ${problems.join('\n- ')}\n${body}`,
  );
}

/** The validator of a schema that stands at this pointer of the contract; answers' objects are closed. */
export function validatorAt(pointer: string): ValidateFunction {
  const known = validators.get(pointer);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `contract#${pointer}` });
  validators.set(pointer, made);
  return made;
}

function departures(method: string, path: string, answer: Answer): string[] {
  const response = documented(method, path, answer.status);
  if (response === null) return ['this status is not documented here'];
  return [
    ...headerProblems(response, answer),
    ...bodyProblems(response, answer, method === 'HEAD'),
  ];
}

function documented(method: string, path: string, status: number): Node | null {
  const everywhere = at(root, 'x-everywhere');
  const item = Object.keys(contract['paths'] ?? {}).find((template) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  if (item === undefined) return status === 404 ? at(everywhere, 'unknownPath') : null;
  if (method === 'OPTIONS') return status === 204 ? at(everywhere, 'options') : null;
  const operation = at(at(root, 'paths'), item).value[
    method === 'HEAD' ? 'get' : method.toLowerCase()
  ];
  if (operation === undefined) return status === 405 ? at(everywhere, 'unknownMethod') : null;
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
  const responses = at(at(at(at(root, 'paths'), item), verb), 'responses');
  return responses.value[String(status)] === undefined ? null : at(responses, String(status));
}

function headerProblems(response: Node, answer: Answer): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const holder of [response, at(root, 'x-everywhere')]) {
    if (holder.value['headers'] === undefined) continue;
    for (const name of Object.keys(holder.value['headers'])) {
      const header = at(at(holder, 'headers'), name);
      const key = name.toLowerCase();
      // What holds everywhere holds for this answer as the answer's own documentation says, if it says anything.
      if (seen.has(key)) continue;
      seen.add(key);
      const given = answer.headers[key];
      const required = (header.value['required'] as unknown) === true;
      if (given === undefined) {
        if (required) problems.push(`header ${name} is missing`);
        continue;
      }
      const schema = at(header, 'schema');
      const value = schema.value['type'] === 'integer' ? Number(given) : given;
      const validate = validatorAt(schema.pointer);
      if (!validate(value)) problems.push(`header ${name}: ${given} ${explain(validate)}`);
    }
  }
  for (const name of Object.keys(answer.headers)) {
    if (!seen.has(name) && !OF_HTTP_ITSELF.has(name)) {
      problems.push(`header ${name} is not documented`);
    }
  }
  return problems;
}

function bodyProblems(response: Node, answer: Answer, headOnly: boolean): string[] {
  if (response.value['content'] === undefined) {
    return answer.body === '' ? [] : ['a body is not documented here'];
  }
  const given = normalise(answer.headers['content-type'] ?? '');
  const types = Object.keys(response.value['content']);
  const type =
    types.find((name) => normalise(name) === given) ??
    types.find((name) => name === given.split(';')[0]);
  if (type === undefined) return [`content type ${given || '(none)'} is not documented here`];
  if (headOnly) return answer.body === '' ? [] : ['HEAD was answered with a body'];
  const schema = at(at(at(response, 'content'), type), 'schema');
  const isJson = /[/+]json/.test(type);
  const value: unknown = isJson ? JSON.parse(answer.body) : answer.body;
  const validate = validatorAt(schema.pointer);
  const problems = validate(value) ? [] : [`body ${explain(validate)}`];
  if (type === 'application/problem+json') {
    const problem = value as { status: number; requestId: string };
    if (problem.status !== answer.status) problems.push(`the problem says ${problem.status}`);
    if (problem.requestId !== answer.headers['x-request-id']) {
      problems.push('the problem names another request');
    }
  }
  return problems;
}

/** The value under a key, with references followed. */
function at(node: Node, key: string): Node {
  const pointer = `${node.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const value = node.value[key];
  if (value === undefined) throw new Error(`openapi.yaml has nothing at ${pointer}`);
  const reference = value['$ref'] as string | undefined;
  if (typeof reference !== 'string' || Object.keys(value).length > 1) return { value, pointer };
  return reference
    .slice('#/'.length)
    .split('/')
    .reduce((target, step) => at(target, unescape(step)), root);
}

const root: Node = { value: contract, pointer: '' };

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function normalise(type: string): string {
  return type.toLowerCase().replace(/\s*;\s*/g, ';');
}

function explain(validate: ValidateFunction): string {
  const errors = validate.errors ?? [];
  return errors
    .slice(0, 5)
    .map(({ instancePath, message, params }) => {
      return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
    })
    .join('; ');
}

/**
 * Clients must ignore fields that they do not know, so the contract leaves answers open; in tests a field that nobody
 * has documented is a fault.
 */
function closed(document: Json): Json {
  const copy = structuredClone(document) as Record<string, unknown>;
  const close = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const schema = value as Record<string, unknown>;
    if (
      schema['type'] === 'object' &&
      'properties' in schema &&
      !('additionalProperties' in schema)
    ) {
      schema['additionalProperties'] = false;
    }
    Object.values(schema).forEach(close);
  };
  close((copy['components'] as Record<string, unknown>)['schemas']);
  return copy as unknown as Json;
}
