// Topics of an article and of its statements, by the words of the labels. Pure: the vocabulary is handed in.
// A first engine: it knows words, not meanings, and stays silent where they do not add up.

import type { ExtractedStatement, Extraction } from '../extraction/types';
import { chooseTopics } from './choose';
import type { Evidence, Hit } from './evidence';
import { findHits, weigh } from './evidence';
import type { TopicAssignment } from './types';
import type { Vocabulary } from './vocabulary';
import { wordsOf } from './words';

/** Headline and first paragraph say what an article is about; the rest says what else comes up in it. */
const LEAD_LENGTH = 400;
const LEAD_EMPHASIS = 2;
/** A statement has few words of its own, and each of them is about it. */
const OWN_WORDS = 2.6;
/** What its article is about counts for less, but decides where the words of a statement say nothing. */
const ARTICLE_SHARE = 0.4;
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
  return {
    article: chooseTopics(forLength, vocabulary),
    statements: extraction.statements.map((statement) =>
      chooseTopics(statementEvidence(statement, hits, background), vocabulary),
    ),
  };
}

function statementEvidence(
  statement: ExtractedStatement,
  hits: readonly Hit[],
  background: Evidence,
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
    evidence.set(term, (evidence.get(term) ?? 0) + strength);
  }
  return evidence;
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
