// schema.org JSON-LD: the speaker's words are a Quotation, a reporter's a Claim, and only names are names.

import type { Citable } from '../../src/citation';
import { jsonLd } from '../../src/citation/formats/jsonLd';
import { citable, HOSTILE_TITLES, UNKNOWN } from './citable';
import { vocabularyFaults } from './vocabulary';

type Document = Record<string, unknown>;
const context = {
  base: 'http://localhost:8080',
  typesetter: {
    typeset: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  },
};
const json = (statement: Citable): string => String(jsonLd.one(statement, context));
const document = (statement: Citable): Document => JSON.parse(json(statement)) as Document;

const MIXED = 'Halvik said the "rumours" were harmful.';
const statements: Record<string, Citable> = {
  direct: citable(),
  indirect: citable({
    form: 'indirect',
    text: 'Halvik said it would rain.',
    said: ['it would rain'],
  }),
  mixed: citable({ form: 'mixed', text: MIXED, said: ['the "rumours" were harmful'] }),
  denial: citable({
    form: 'indirect',
    negated: true,
    text: 'Halvik denied that it rained.',
    said: ['that it rained'],
    sentence: 'Halvik denied that it rained.',
  }),
  unnamed: citable({
    speakers: [{ name: 'a senior official', type: 'unnamed' }],
    source: 'a senior official',
  }),
  joint: citable({
    speakers: [
      { name: 'Joren Halvik', type: 'person' },
      { name: 'the Upper Basin Commission', type: 'organisation' },
    ],
  }),
  unresolved: citable({ speakers: [], source: 'he' }),
  bare: citable({ article: UNKNOWN }),
};

test('a direct statement is a Quotation by its speaker, based on the article', () => {
  expect(document(statements['direct']!)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': 'urn:uuid:019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
    text: 'Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.',
    creator: [{ '@type': 'Person', name: 'Joren Halvik' }],
    isBasedOn: {
      '@type': 'NewsArticle',
      '@id': 'https://herald.example/summit',
      headline: 'Serrane and Kestria vow to finish railway',
      url: 'https://herald.example/summit',
      datePublished: '2026-05-12T16:40:00.000Z',
      publisher: { '@type': 'Organization', name: 'The Sample Herald' },
      author: [{ '@type': 'Person', name: 'Nadia Perrault' }],
    },
  });
});

test('an indirect statement is a Claim, never a Quotation', () => {
  const claim = document(statements['indirect']!);
  expect(claim).toMatchObject({
    '@type': 'Claim',
    text: 'it would rain',
    author: [{ name: 'Joren Halvik' }],
    appearance: { '@type': 'NewsArticle' },
  });
  expect(JSON.stringify(claim)).not.toContain('Quotation');
});

test('a mixed statement is a Claim with its quoted pieces as Quotations', () => {
  expect(document(statements['mixed']!)).toMatchObject({
    '@type': 'Claim',
    text: 'the "rumours" were harmful',
    hasPart: [{ '@type': 'Quotation', text: 'rumours', creator: [{ name: 'Joren Halvik' }] }],
  });
});

test('a denial has no author, and all its words', () => {
  const claim = document(statements['denial']!);
  expect(claim).toMatchObject({
    '@type': 'Claim',
    text: 'Halvik denied that it rained.',
    about: [{ name: 'Joren Halvik' }],
  });
  expect(claim).not.toHaveProperty('author');
});

test('a speaker without a name gets none', () => {
  const unnamed = document(statements['unnamed']!);
  expect(unnamed).toMatchObject({ creditText: 'a senior official' });
  expect(unnamed).not.toHaveProperty('creator');
  const unresolved = document(statements['unresolved']!);
  expect(unresolved).not.toHaveProperty('creator');
  expect(unresolved).not.toHaveProperty('creditText');
});

test('what is not known of an article is left out', () => {
  expect(document(statements['bare']!)['isBasedOn']).toEqual({
    '@type': 'NewsArticle',
    '@id': 'urn:uuid:019ab3f2-69ff-7d3c-8c11-5a0f3b7c2d40',
  });
});

test('a list is a graph', () => {
  const graph = JSON.parse(
    jsonLd.many!(Object.values(statements), context, { page: '', list: '', nextPage: null }),
  ) as { '@graph': Document[] };
  expect(graph['@graph']).toHaveLength(Object.keys(statements).length);
  expect(graph['@graph'][0]).not.toHaveProperty('@context');
});

describe('schema.org’s vocabulary', () => {
  test('has every type and property, where they are used', () => {
    const all = Object.values(statements);
    const list = jsonLd.many!(all, context, { page: '', list: '', nextPage: null });
    const hostile = HOSTILE_TITLES.map((title) => json(citable({ article: { title } })));
    for (const faults of vocabularyFaults([...all.map(json), list, ...hostile])) {
      expect(faults).toEqual([]);
    }
  });

  test('the check catches what the vocabulary does not have', () => {
    const wrong = [
      { '@context': 'https://schema.org', '@type': 'Quotaton', text: 'a' },
      { '@context': 'https://schema.org', '@type': 'Quotation', speaker: 'a' },
      { '@context': 'https://schema.org', '@type': 'Quotation', appearance: { '@type': 'Person' } },
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'Claim', said: 'x' }] },
    ];
    for (const faults of vocabularyFaults(wrong.map((document) => JSON.stringify(document)))) {
      expect(faults).not.toEqual([]);
    }
  });
});
