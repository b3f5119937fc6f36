// Topics of an article and of its statements, by the words of the labels. Pure: the vocabulary is handed in.
// A first engine: it knows words, not meanings, and stays silent where they do not add up.

import type { ExtractedStatement, Extraction } from '../extraction/types';
import { chooseTopics } from './choose';
import type { Evidence, Hit } from './evidence';
import { findHits, weigh } from './evidence';
import type { TopicAssignment, TopicScore } from './types';
import type { Term, Vocabulary } from './vocabulary';
import { stemOf, wordsOf } from './words';

/** Headline and first paragraph say what an article is about; the rest says what else comes up in it. */
const LEAD_LENGTH = 400;
const LEAD_EMPHASIS = 2;
/** A statement has few words of its own, and each of them is about it. */
const OWN_WORDS = 2.6;
/** What its article is about counts for less, but decides where the words of a statement say nothing. */
const ARTICLE_SHARE = 0.4;
/** Such a word alone says too little; two of them, or a phrase, are enough. Of ten topics that this takes away, eight were wrong. */
const STRAY_WORD = 0.5;
/** From this confidence on a statement without topics of its own takes over its article's first … */
const SURE_OF_ARTICLE = 0.6;
/** … with so much of its confidence. */
const INHERITED = 0.8;
/** More terms than this in one statement tell nothing new; nested statements would make the time quadratic. */
const MAX_HITS = 200;

/** Gives up to four topics to the article and to each of its statements, which are in the same order. */
export function assignTopicsWith(
  vocabulary: Vocabulary,
  text: string,
  extraction: Extraction,
): TopicAssignment {
  const words = wordsOf(text);
  const hits = findHits(words, vocabulary);
  const evidence = weigh(hits, (start) => (start < LEAD_LENGTH ? LEAD_EMPHASIS : 1));
  const forLength = scaled(evidence, 1 / lengthFactor(words.length));
  const background = scaled(forLength, ARTICLE_SHARE);
  const article = chooseTopics(forLength, vocabulary);
  const branches = new Set(article.map(({ id }) => branchOf(id, vocabulary)));
  return {
    article,
    statements: extraction.statements.map((statement) => {
      const own = statementEvidence(statement, hits, background, branches, vocabulary);
      return orArticles(chooseTopics(own, vocabulary), article);
    }),
  };
}

/** Where the words of a statement say nothing ("We are frightened of the future"), it is about what its article mainly is about. */
function orArticles(own: TopicScore[], [main]: readonly TopicScore[]): TopicScore[] {
  if (own.length > 0 || main === undefined || main.confidence < SURE_OF_ARTICLE) return own;
  return [{ id: main.id, confidence: Math.round(main.confidence * INHERITED * 100) / 100 }];
}

function statementEvidence(
  statement: ExtractedStatement,
  hits: readonly Hit[],
  background: Evidence,
  branches: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Evidence {
  const own: Hit[] = [];
  for (const { start, end } of statement.content) {
    for (let at = firstFrom(hits, start); own.length < MAX_HITS; at += 1) {
      const hit = hits[at];
      if (hit === undefined || hit.start >= end) break;
      own.push(hit);
    }
  }
  const evidence = new Map(background);
  for (const [term, strength] of weigh(own, () => OWN_WORDS)) {
    const share = isStray(term, branches, vocabulary) ? STRAY_WORD : 1;
    evidence.set(term, (evidence.get(term) ?? 0) + strength * share);
  }
  return evidence;
}

/**
 * "The reply was a phone call" of an inquiry, "engineers always want more money" of a bridge: one word that speaks for a
 * branch which the article is not about, and is no topic's whole label ("absolute poverty").
 */
function isStray(
  { stems, weights }: Term,
  branches: ReadonlySet<string>,
  { topics }: Vocabulary,
): boolean {
  if (stems.length > 1) return false;
  return [...weights.keys()].every(
    (id) => !branches.has(id) && stemOf(topics.get(id)?.label ?? '') !== stems[0],
  );
}

function branchOf(id: string, { topics }: Vocabulary): string {
  let topic = topics.get(id);
  while (topic?.parent != null) topic = topics.get(topic.parent);
  return topic?.id ?? id;
}

/** Index of the first hit at or after an offset. */
function firstFrom(hits: readonly Hit[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Long articles collect more words of everything: 1 up to 150 words, 2 at 600, 3 at 2,400. */
function lengthFactor(words: number): number {
  return 1 + Math.max(0, Math.log2(words / 150) / 2);
}

function scaled(evidence: Evidence, factor: number): Evidence {
  return new Map([...evidence].map(([term, strength]) => [term, strength * factor]));
}
