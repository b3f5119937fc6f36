// "other sites such as Gawker.com said", "major unions, including the AFL-CIO, endorsed": the words name some of those who speak.

import { type Answer, entityAnswer, type Sieve } from '../sieve';

const MOST_NAMED = 4;

/** Those named behind "such as" or "including". */
export const byExamples: Sieve = (article, part, { attribution }) => {
  const { document, index, entities } = article;
  const { tokens } = document;
  if (part.noun === null || attribution?.source == null) return null;
  const end = attribution.source.end;
  let at = tokens[part.last - 1]!.lower === 'such' ? part.last - 1 : part.last;
  while (tokens[at] !== undefined && tokens[at]!.end <= end && at - part.last < 2) {
    const { lower } = tokens[at]!;
    if (lower === 'including' || (lower === 'such' && tokens[at + 1]?.lower === 'as')) {
      const named = index
        .between(at + 1, at + LONGEST_LIST, MOST_NAMED)
        .filter((name) => index.names[name]!.end <= end)
        .filter((name) => !entities.entities[entities.entityOf[name]!]!.place);
      const answers = named.map((name): Answer => {
        const { start, end: stop } = index.names[name]!;
        return entityAnswer(entities.entityOf[name]!, [{ start, end: stop }], 0.7);
      });
      // "mining companies, including Patriot": one of several is not those who speak
      const telling = answers.length > 1 || tokens[part.first]!.lower === 'other';
      return answers.length > 0 && telling ? answers : null;
    }
    at += 1;
  }
  return null;
};

const LONGEST_LIST = 30;
