// From scores to at most four topics: down the tree as far as is safe, and nothing where nothing stands out.

import type { Scores } from './hits';
import type { TopicScore } from './types';
import type { Topic, Vocabulary } from './vocabulary';

const MAX_TOPICS = 4;
/** Under this score a branch is noise: one or two words that happen to be in the vocabulary. */
const MIN_BRANCH = 1.6;
/** A second or third branch must come this near to the best one. */
const SECOND_BRANCH = 0.6;
/** A narrower topic must explain this much of the wider one's score … */
const NARROWER_SHARE = 0.42;
/** … and have this much of its own. */
const MIN_NARROWER = 1.2;
/** The score at which confidence reaches two thirds. */
const CONFIDENCE_SCALE = 6;

/** The topics that the scores speak for, best first; deterministic, ties go to the lower id. */
export function chooseTopics(scores: Scores, vocabulary: Vocabulary): TopicScore[] {
  const children = childrenByScore(scores, vocabulary);
  const branches = children.get(null) ?? [];
  const best = scores.get(branches[0]?.id ?? '') ?? 0;
  const chosen: TopicScore[] = [];
  for (const branch of branches) {
    const score = scores.get(branch.id) ?? 0;
    if (score < MIN_BRANCH || score < best * SECOND_BRANCH) break;
    for (const topic of descend(branch, scores, children)) {
      chosen.push({
        id: topic.id,
        confidence: confidenceOf(scores.get(topic.id) ?? 0, score / best),
      });
    }
  }
  return chosen
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_TOPICS);
}

/** The narrowest safe topics under `topic`: one, or two where two children share it. */
function descend(
  topic: Topic,
  scores: Scores,
  children: ReadonlyMap<string | null, readonly Topic[]>,
): Topic[] {
  const own = scores.get(topic.id) ?? 0;
  const narrower = (children.get(topic.id) ?? [])
    .filter(({ id }) => {
      const score = scores.get(id) ?? 0;
      return score >= MIN_NARROWER && score >= own * NARROWER_SHARE;
    })
    .slice(0, 2);
  return narrower.length === 0
    ? [topic]
    : narrower.flatMap((child) => descend(child, scores, children)).slice(0, 2);
}

function childrenByScore(scores: Scores, vocabulary: Vocabulary): Map<string | null, Topic[]> {
  const children = new Map<string | null, Topic[]>();
  for (const id of scores.keys()) {
    const topic = vocabulary.topics.get(id);
    if (topic === undefined) continue;
    const siblings = children.get(topic.parent);
    if (siblings === undefined) children.set(topic.parent, [topic]);
    else siblings.push(topic);
  }
  for (const siblings of children.values()) {
    siblings.sort(
      (a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
  }
  return children;
}

function confidenceOf(score: number, shareOfBest: number): number {
  const strength = 1 - Math.exp(-score / CONFIDENCE_SCALE);
  return Math.round(strength * (0.5 + 0.5 * shareOfBest) * 100) / 100;
}
