// Whom the text is about, sentence by sentence: the subjects and speakers that later pronouns and "the company" go back to.

import { bisect, tokensIn } from '../document';
import type { Span } from '../types';
import type { Answer, Article } from './sieve';
import { readSource, type SourcePart } from './source';
import { subjectOf } from './subjects';

/** Someone or something in the focus of the text. Several answers: those who spoke together. */
export interface Referent {
  readonly token: number;
  readonly answers: readonly Answer[];
  readonly standing: 'subject' | 'speaker';
}

export interface Discourse {
  /** Reads on, so that every subject in front of token `at` is known. */
  readTo(at: number): void;
  /** Notes who spoke at a token; tokens come in ascending order. */
  spoke(token: number, answers: readonly Answer[]): void;
  /** What was in focus before token `at`, nearest first, a dozen at most. */
  before(at: number): Referent[];
}

const MOST_REMEMBERED = 12;

/** An empty discourse; `resolve` answers whom a subject means by what is known up to there. */
export function createDiscourse(
  article: Pick<Article, 'document' | 'index'>,
  resolve: (part: SourcePart) => readonly Answer[],
): Discourse {
  const { document, index } = article;
  const referents: Referent[] = [];
  const nameTokens = new Set(index.names.map(({ runFirst }) => runFirst));
  let next = 0;
  const push = (token: number, answers: readonly Answer[]): void => {
    // Its statement has told already who the subject is, and by more than the sentence shows.
    const spoken = referents.at(-1)?.token === token && referents.at(-1)!.standing === 'speaker';
    if (answers.length > 0 && !spoken) referents.push({ token, answers, standing: 'subject' });
  };
  /** "The president's Pacific roots", "Gary Johnson’s doctor": he is what the text is about, too. */
  const possessor = ({ start, end }: Span): Span | null => {
    const { first, last } = tokensIn(document, { start, end });
    const mark = document.tokens.slice(first, last).findIndex(({ lower }) => /^'s?$/.test(lower));
    return mark < 1 ? null : { start, end: document.tokens[first + mark - 1]!.end };
  };
  /** "JPL's Dan Whitcombe was kinder": whom he works for is not what the text is about; "the president's Pacific roots" are his. */
  const isAffiliation = (span: Span, owner: Span): boolean => {
    const { last } = tokensIn(document, owner);
    const name = index.between(last + 1, tokensIn(document, span).last, 1)[0];
    return (
      name !== undefined &&
      index.names[name]!.runFirst === last + 1 &&
      index.names[name]!.end >= span.end
    );
  };
  return {
    readTo(at) {
      for (; next < document.sentences.length; next += 1) {
        const sentence = document.sentences[next]!;
        if (sentence.first >= at) return;
        const span = subjectOf(document, sentence, (token) => nameTokens.has(token));
        if (span === null) continue;
        const owner = possessor(span);
        const parts = [
          ...(owner === null ? [] : readSource(document, owner, index)),
          ...readSource(document, span, index),
        ];
        const token = parts[0]?.first ?? sentence.first;
        if (token >= at) return;
        if (owner !== null) {
          const owners = resolve(parts.shift()!);
          if (!isAffiliation(span, owner)) push(token, owners);
        }
        push(
          token,
          parts.flatMap((part) => resolve(part)),
        );
      }
    },
    spoke(token, answers) {
      if (answers.length > 0) referents.push({ token, answers, standing: 'speaker' });
    },
    before(at) {
      const end = bisect(referents.length, (i) => referents[i]!.token >= at);
      return referents.slice(Math.max(0, end - MOST_REMEMBERED), end).reverse();
    },
  };
}
