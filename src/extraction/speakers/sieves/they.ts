// "Researchers at the university followed 2,400 drivers. They found…": the unnamed people whom the sentence before is about.

import type { Sieve } from '../sieve';
import { untilHead } from './unnamed';

const PLURAL = /(?:[^s]s|people|police|men|women|children)$/;

/** The unnamed group nearest before "they", where nobody else has come into focus since. */
export const byThey: Sieve = (article, part) => {
  if (part.pronoun !== 'they') return null;
  const { tokens } = article.document;
  const [nearest] = article.discourse.before(part.first);
  if (nearest === undefined || nearest.answers.length !== 1) return null;
  if (tokens[part.first]!.sentence - tokens[nearest.token]!.sentence > 1) return null;
  const [answer] = nearest.answers;
  const { other } = answer!;
  if (other?.type !== 'unnamed' && other?.type !== 'group') return null;
  const head = untilHead(other.name);
  if (!PLURAL.test(head)) return null;
  const own = { start: part.start, end: part.end };
  return [{ ...answer!, mentions: [own, ...answer!.mentions], confidence: 0.6 }];
};
