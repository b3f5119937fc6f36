// openapi.yaml promises what comes in, zod decides: for every request schema, both must accept and refuse the same.

import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { z } from 'zod';

import * as lists from '../../src/http/schemas/lists';
import {
  editorsNote,
  speakerEdit,
  speakerMerge,
  speakerPageQuery,
  speakerSplit,
} from '../../src/http/schemas/speakers';
import { statementEdit } from '../../src/http/schemas/statementEdits';
import { articleInput, submissionQuery } from '../../src/http/schemas/submissions';
import { topicsEdit } from '../../src/http/schemas/topics';
import { idempotencyKey, isId, isTopicId } from '../../src/http/schemas/values';
import { verifyInput } from '../../src/http/schemas/verification';
import { contract } from '../support/contract';

const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
ajv.addSchema(structuredClone(contract), 'contract');

type Parameter = {
  name: string;
  in: string;
  schema: object;
  required?: boolean;
  example?: unknown;
};
const operations = Object.fromEntries(
  Object.values(contract['paths'] as unknown as Record<string, Record<string, Operation>>).flatMap(
    (item) =>
      Object.values(item)
        .filter(({ operationId }) => operationId !== undefined)
        .map((operation) => [operation.operationId, operation]),
  ),
) as Record<string, Operation>;
interface Operation {
  operationId: string;
  parameters?: ({ $ref: string } | Parameter)[];
}

/** What the contract says of an operation's query as a whole. */
function contractQuery(operationId: string) {
  const parameters = (operations[operationId]?.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? resolve(parameter.$ref) : parameter,
  );
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const properties = Object.fromEntries(
    inQuery.map(({ name, schema }) => [name, absolute(schema)]),
  );
  const required = inQuery.filter((parameter) => parameter.required).map(({ name }) => name);
  const validate = ajv.compile({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  const needed = Object.fromEntries(
    inQuery
      .filter(({ name }) => required.includes(name))
      .map(({ name, example }) => [name, example]),
  );
  return {
    names: Object.keys(properties),
    /** What no request can do without, so that one parameter can be judged at a time. */
    needed,
    accepts: (query: Record<string, unknown>) =>
      validate(
        Object.fromEntries(
          Object.entries(query).map(([name, value]) => [name, typed(value, properties[name])]),
        ),
      ),
  };
}

function resolve(reference: string): Parameter {
  let node: unknown = contract;
  for (const step of reference.slice('#/'.length).split('/')) {
    node = (node as Record<string, unknown>)[step];
  }
  return node as Parameter;
}

const absolute = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;

/** A query holds strings; the contract's type says what they stand for. */
function typed(value: unknown, schema: object | undefined): unknown {
  const type = (schema as { type?: string } | undefined)?.type;
  if (typeof value !== 'string') return value;
  if (type === 'integer' && /^(0|[1-9]\d*)$/.test(value)) return Number(value);
  if (type === 'number' && /^\d(\.\d{1,6})?$/.test(value)) return Number(value);
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  return value;
}

const QUERIES: [string, z.ZodType][] = [
  ['listArticles', lists.articleListQuery],
  ['listArticleStatements', lists.articleStatementsQuery],
  ['listArticleRevisions', lists.articleRevisionsQuery],
  ['getArticleText', lists.articleTextQuery],
  ['diffArticleRevisions', lists.revisionDiffQuery],
  ['listStatements', lists.statementListQuery],
  ['getSpeakerTimeline', lists.timelineQuery],
  ['compareStatements', lists.compareQuery],
  ['listSpeakers', lists.speakerListQuery],
  ['listSpeakerStatements', lists.speakerStatementsQuery],
  ['listTopics', lists.topicListQuery],
  ['listLineages', lists.lineageListQuery],
  ['listTopicStatements', lists.topicStatementsQuery],
  ['createArticle', submissionQuery],
  ['extract', submissionQuery],
  ['getArticle', lists.asOfQuery],
  ['deleteArticle', lists.removalQuery],
  ['listEmbargoes', lists.emptyQuery],
  ['getEmbargo', lists.emptyQuery],
  ['deleteEmbargo', lists.emptyQuery],
  ['getStatement', lists.statementQuery],
  ['getLineage', lists.emptyQuery],
  ['verifyQuotations', lists.emptyQuery],
  ['getSpeaker', lists.asOfQuery],
  ['getTopic', lists.asOfQuery],
  ['listSubjects', lists.subjectListQuery],
  ['getSubject', lists.asOfQuery],
  ['getHealth', lists.emptyQuery],
  ['getReadiness', lists.emptyQuery],
  ['getDocs', lists.emptyQuery],
  ['getDocsAsset', lists.emptyQuery],
  ['getContractYaml', lists.emptyQuery],
  ['getContractJson', lists.emptyQuery],
  ['getProblemType', lists.emptyQuery],
  ['listSpeakerArticles', speakerPageQuery],
  ['listSpeakerHistory', speakerPageQuery],
  ['editSpeaker', lists.emptyQuery],
  ['mergeSpeakers', lists.emptyQuery],
  ['splitSpeaker', lists.emptyQuery],
  ['undoSpeakerChange', lists.emptyQuery],
  ['editStatement', lists.emptyQuery],
  ['listStatementHistory', speakerPageQuery],
  ['undoStatementChange', lists.emptyQuery],
  ['listArticleHistory', speakerPageQuery],
  ['undoArticleChange', lists.emptyQuery],
  ['setStatementTopics', lists.emptyQuery],
  ['resetStatementTopics', lists.emptyQuery],
  ['setArticleTopics', lists.emptyQuery],
  ['resetArticleTopics', lists.emptyQuery],
];

const ID = '019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77';
const wide = (length: number) => '👍'.repeat(length);
/** Values at and just past every limit, good for some parameter or for none. */
const EDGES = [
  ...['', ' ', '\t\n', '\u00A0', '\uFEFF', '\0', 'a\0b', 'a', 'é', "' OR 1=1 --", '\uD800'],
  ...['0', '1', '01', '1.0', '1e1', '-1', '+1', '100', '101', '2147483647', '2147483648', '9e99'],
  ...['99999999999', 'true', 'false', 'TRUE', '-date', 'date', 'position', 'direct', 'mixed'],
  ...[
    'Direct',
    'person',
    'denial',
    'unnamed',
    'place',
    'Place',
    '20000639',
    '2000063',
    'medtop:20000639',
    ID,
  ],
  ...[ID.toUpperCase(), `${ID} `, ID.replaceAll('-', ''), '2024-02-29', '2023-02-29', '2024-13-01'],
  ...[
    '0999-01-01T00:00:00Z',
    '3000-01-01T00:00:00Z',
    '0999-01-01',
    '1000-01-01',
    '2999-12-31',
    '3000-01-01',
    '2024-2-1',
    '20240201',
    '2024-02',
  ],
  ...['2024-02-01T10:00:00Z', '2024-02-01t10:00:00z', '2024-02-01 10:00:00Z'],
  ...['2024-02-01T10:00:00', '2024-02-01T10:00Z', '2024-02-01T24:00:00Z', '2024-02-01T23:59:60Z'],
  ...['2024-02-01T10:00:00.1Z', '2024-02-01T10:00:00.1234567891Z', '2024-02-01T10:00:00+02:00'],
  ...['2024-02-01T10:00:00+24:00', '2024-02-01T10:00:00-23:59', '2024-02-01T10:00:00+02'],
  ...['2024-02-30T10:00:00Z', '2024-02-01T10:60:00Z', '2024-02-01T10:00:00+02:60'],
  ...['en', 'en-GB', 'EN', 'e', 'engl', 'en_GB', 'en-', `en${'-abcdefgh'.repeat(4)}`],
  ...['http://a', 'https://a.example/b?c#d', 'HTTP://a', 'ftp://a', 'https://', 'https:///a'],
  ...['https://a b', 'https://ä.example/ü', 'javascript:alert(1)', '//a', '/a', 'https://a\0'],
  ...[200, 201, 300, 301, 500, 501, 1000, 1001, 2000, 2001].flatMap((n) => [
    'x'.repeat(n),
    wide(n),
  ]),
  ...[2048, 2049].map((n) => 'https://a.example/'.padEnd(n, 'x')),
  ...['~', '!', 'a b', 'relevance', '-relevance', 'confirmed', 'month', 'year', 'form,form'],
  ...[
    'content',
    'content,title',
    'content,',
    ',content',
    'title,sentence,content',
    'content, title',
  ],
  ...[
    'title,title,title,title',
    'speaker,topic,publication,form,year',
    'year,month',
    'speaker;year',
  ],
  ...['0.5', '0.05', '1.5', '.5', '0.1234567', '1.0', '1.000000', '0,5', '36500', '36501'],
  ...['a,b', 'a,b,', 'a, ', ' a , b ', 'a,b,c,d,e,f,g,h,i,j', 'a,b,c,d,e,f,g,h,i,j,k', 'a,\0'],
];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...EDGES), { maxLength: 2 }) },
);

describe.each(QUERIES)('the query of %s', (operationId, schema) => {
  const { names, needed, accepts } = contractQuery(operationId);

  test('is judged alike, one parameter at a time, at every edge', () => {
    const differing = names.flatMap((name) =>
      EDGES.filter((edge) => {
        // The rules that JSON Schema cannot say across parameters; see the tests below.
        if (name === 'sort' && /position|relevance/.test(edge)) return false;
        const query = { ...needed, [name]: edge };
        return accepts(query) !== schema.safeParse(query).success;
      }).map((edge) => `${name}=${JSON.stringify(edge.slice(0, 60))}`),
    );
    expect(differing).toEqual([]);
  });

  test('is judged alike in any combination, with unknown and repeated parameters', () => {
    const known = fc.constantFrom('unknown', 'Limit', '__proto__', 'constructor', ...names);
    const query = fc
      .array(fc.tuple(known, value), { maxLength: 5 })
      // As Node's querystring makes it: an object without a prototype.
      .map((entries) => Object.assign(Object.create(null) as object, Object.fromEntries(entries)));
    fc.assert(
      fc.property(query, (generated) => {
        const query = generated as Record<string, unknown>;
        fc.pre(!/position|relevance/.test(String(query['sort'])));
        expect(schema.safeParse(query).success).toBe(accepts(query));
      }),
      { numRuns: 300 },
    );
  });
});

test('every operation of the contract is in the table above', () => {
  expect(Object.keys(operations).sort()).toEqual(
    [...new Set(QUERIES.map(([name]) => name))].sort(),
  );
});

test.each([
  ['listStatements', lists.statementListQuery],
  ['listSpeakerStatements', lists.speakerStatementsQuery],
  ['listTopicStatements', lists.topicStatementsQuery],
])('text order needs an article (%s)', (_, schema) => {
  expect(schema.safeParse({ sort: 'position' }).success).toBe(false);
  expect(schema.safeParse({ sort: 'position', article: ID }).success).toBe(true);
});

test.each([
  ['listStatements', lists.statementListQuery],
  ['listSpeakerStatements', lists.speakerStatementsQuery],
  ['listTopicStatements', lists.topicStatementsQuery],
])('relevance needs words (%s)', (_, schema) => {
  for (const sort of ['relevance', '-relevance']) {
    expect(schema.safeParse({ sort }).success).toBe(false);
    expect(schema.safeParse({ sort, q: 'bridge' }).success).toBe(true);
  }
});

describe('the body of an article', () => {
  const validate = ajv.compile({ $ref: 'contract#/components/schemas/ArticleInput' });
  const alike = (body: unknown) => [articleInput.safeParse(body).success, validate(body)];
  const fields = ['url', 'title', 'publication', 'byline', 'publishedAt', 'language'];
  const odd = [null, true, false, 0, 1, 1.5, [], {}, ['a'], { text: 'a' }];

  test.each([
    ['text alone', { text: 'a' }, true],
    ['html alone', { html: '<p>a' }, true],
    ['neither', { title: 'a' }, false],
    ['both', { text: 'a', html: 'a' }, false],
    ['a null text beside html', { text: null, html: 'a' }, false],
    ['an unknown field', { text: 'a', headline: 'a' }, false],
    ['a field named __proto__', JSON.parse('{"text":"a","__proto__":{"title":"a"}}'), false],
    ['all fields null', { text: 'a', ...Object.fromEntries(fields.map((f) => [f, null])) }, true],
    ['a list', [{ text: 'a' }], false],
    ['a string', 'text', false],
    ['nothing', null, false],
    ['a number', 1, false],
  ])('%s', (_, body, accepted) => {
    expect(alike(body)).toEqual([accepted, accepted]);
  });

  test.each([...fields, 'text', 'html'])('%s is judged alike at every edge', (field) => {
    const differing = [...EDGES, ...odd].filter((edge) => {
      const [zod, schema] = alike({
        ...(/text|html/.test(field) ? {} : { text: 'a' }),
        [field]: edge,
      });
      return zod !== schema;
    });
    expect(differing).toEqual([]);
  });

  test('is judged alike in any combination', () => {
    const entry = fc.tuple(
      fc.constantFrom('text', 'html', 'unknown', '__proto__', ...fields),
      fc.oneof(value, fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 2 })),
    );
    const body = fc.array(entry, { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(body, (generated) => {
        const [zod, schema] = alike(generated);
        expect(zod).toBe(schema);
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each<[string, z.ZodType, string[]]>([
  ['SpeakerEdit', speakerEdit, ['name', 'type', 'aliases', 'sameAs', 'by', 'note']],
  ['SpeakerMerge', speakerMerge, ['into', 'from', 'by', 'note']],
  ['SpeakerSplit', speakerSplit, ['statements', 'articles', 'names', 'name', 'type', 'by', 'note']],
  ['EditorsNote', editorsNote, ['by', 'note']],
  ['TopicsEdit', topicsEdit, ['topics', 'by', 'note']],
  [
    'StatementEdit',
    statementEdit,
    ['review', 'speakers', 'content', 'source', 'cue', 'topics', 'by', 'note'],
  ],
])('the body %s', (name, schema, fields) => {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${name}` });

  test('is judged alike in any combination', () => {
    const list = fc.array(value, { maxLength: 3 });
    const entry = fc.tuple(
      fc.constantFrom('unknown', '__proto__', ...fields),
      fc.oneof(value, list, fc.constantFrom(null, 1, {}, [], [ID], [null])),
    );
    const body = fc.array(entry, { maxLength: 5 }).map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(fc.oneof(body, fc.constantFrom(null, 1, 'a', [])), (generated) => {
        expect(schema.safeParse(generated).success).toBe(validate(generated));
      }),
      { numRuns: 1000 },
    );
  });

  test('has limits that are the same', () => {
    const differing = fields.flatMap((field) =>
      [...EDGES, ...EDGES.map((edge) => [edge]), Array.from({ length: 101 }, () => 'a')]
        .filter((edge) => {
          const needed = { SpeakerSplit: [ID], TopicsEdit: ['20000639'] }[name] ?? 'a';
          const other = fields[0] === field ? {} : { [fields[0] ?? '']: needed };
          const given = { ...other, [field]: edge };
          return schema.safeParse(given).success !== validate(given);
        })
        .map((edge) => `${field}=${JSON.stringify(edge).slice(0, 60)}`),
    );
    expect(differing).toEqual([]);
  });
});

test('names in the path and in headers are judged alike', () => {
  const judge = (name: string) => ajv.compile({ $ref: `contract#/components/schemas/${name}` });
  const id = judge('Id');
  const topic = judge('TopicId');
  const key = judge('IdempotencyKey');
  const differing = EDGES.filter(
    (edge) =>
      isId(edge) !== id(edge) ||
      isTopicId(edge) !== topic(edge) ||
      idempotencyKey.safeParse(edge).success !== key(edge),
  );
  expect(differing).toEqual([]);
});

test.each<[title: string, body: unknown, accepted: boolean]>([
  ['a quotation', { quotation: 'a' }, true],
  ['a quotation and whom it is credited to', { quotation: 'a', speaker: 'b' }, true],
  ['a quotation that is credited to nobody', { quotation: 'a', speaker: null }, true],
  ['a draft', { text: 'a' }, true],
  ['neither', { speaker: 'a' }, false],
  ['both', { quotation: 'a', text: 'a' }, false],
  ['a draft with a speaker', { text: 'a', speaker: 'b' }, false],
  ['a draft with a null speaker', { text: 'a', speaker: null }, false],
  ['white space', { quotation: ' ' }, false],
  ['a NUL', { text: 'a\0' }, false],
  ['the longest quotation', { quotation: 'é'.repeat(5000) }, true],
  ['a longer one', { quotation: 'é'.repeat(5001) }, false],
  ['an unknown field', { quotation: 'a', note: 'b' }, false],
  ['no object', 'a', false],
])('what is verified: %s', (_title, body, accepted) => {
  const validate = ajv.compile({ $ref: 'contract#/components/schemas/VerifyInput' });
  expect([verifyInput.safeParse(body).success, validate(body)]).toEqual([accepted, accepted]);
});
