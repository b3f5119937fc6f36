// What is known of the topics: their tree, and the terms that speak for each. Built once from the two data files.

import { wordsOf } from './words';

export interface Topic {
  readonly id: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly label: string;
}

/** One to four stems in a row, and how much they speak for which topics (wider topics included). */
export interface Term {
  readonly stems: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

export interface Vocabulary {
  readonly topics: ReadonlyMap<string, Topic>;
  /** Topics by the one right above them, null for the widest, each in the order of ids. */
  readonly children: ReadonlyMap<string | null, readonly Topic[]>;
  /** Terms by their first stem, longest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
}

/** A phrase says more than a word: "interest rate" against "rate". */
const PHRASE_BONUS = 1.3;
/** A term of a narrower topic speaks a little less for the wider one. */
const WIDER = 0.9;

/** Builds the vocabulary from the rows of the taxonomy and of the keywords (tab-separated, # starts a comment). */
export function buildVocabulary(taxonomy: string, keywords: string): Vocabulary {
  const topics = new Map(
    rowsOf(taxonomy).map(([id = '', parent = '', depth = '', label = '']) => [
      id,
      { id, parent: parent === '' ? null : parent, depth: Number(depth), label },
    ]),
  );
  const byTerm = new Map<string, Map<string, number>>();
  const put = (topic: string, phrase: string, weight: number): void => {
    const key = termKey(phrase);
    if (key === '') return;
    const weights = byTerm.get(key) ?? new Map<string, number>();
    byTerm.set(key, weights.set(topic, weight));
  };
  for (const { id, label } of topics.values()) {
    for (const phrase of phrasesOf(label)) put(id, phrase, 1);
  }
  for (const [id = '', terms = ''] of rowsOf(keywords)) {
    if (!topics.has(id))
      throw new Error(`The keywords name a topic that the taxonomy does not have: ${id}.`);
    for (const written of terms.split('; ')) {
      const [phrase = '', weight = '1'] = written.split('^');
      put(id, phrase, Number(weight));
    }
  }
  return { topics, children: byParent(topics), terms: indexTerms(byTerm, topics) };
}

function byParent(topics: ReadonlyMap<string, Topic>): Map<string | null, Topic[]> {
  const children = new Map<string | null, Topic[]>();
  for (const topic of [...topics.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const siblings = children.get(topic.parent);
    if (siblings === undefined) children.set(topic.parent, [topic]);
    else siblings.push(topic);
  }
  return children;
}

function indexTerms(
  byTerm: ReadonlyMap<string, ReadonlyMap<string, number>>,
  topics: ReadonlyMap<string, Topic>,
): Map<string, Term[]> {
  const index = new Map<string, Term[]>();
  for (const [key, own] of byTerm) {
    const stems = key.split(' ');
    const speaksFor = [...own].filter(([, weight]) => weight > 0);
    if (speaksFor.length === 0) continue;
    const scale = rarity(speaksFor.length, topics.size) * (stems.length > 1 ? PHRASE_BONUS : 1);
    const weights = new Map<string, number>();
    for (const [id, weight] of speaksFor) {
      let passed = weight * scale;
      for (
        let topic = topics.get(id);
        topic !== undefined;
        topic = topics.get(topic.parent ?? '')
      ) {
        weights.set(topic.id, Math.max(weights.get(topic.id) ?? 0, passed));
        passed *= WIDER;
      }
    }
    const first = stems[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), { stems, weights }]);
  }
  for (const terms of index.values()) terms.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}

/** Inverse document frequency, the topics being the documents: a term of many topics tells little about each. */
function rarity(topicsWithTerm: number, allTopics: number): number {
  return Math.log(allTopics / topicsWithTerm) / Math.log(allTopics);
}

/** "Arts, culture, entertainment and media", "Drama (theatre)": the single things that a label names. */
function phrasesOf(label: string): string[] {
  return label
    .replace(/\([^)]*\)/g, '')
    .split(/,|\/|\band\b|\bor\b/)
    .map((phrase) => phrase.trim());
}

function termKey(phrase: string): string {
  return wordsOf(phrase)
    .map(({ stem }) => stem)
    .join(' ');
}

function rowsOf(tsv: string): string[][] {
  return tsv
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
