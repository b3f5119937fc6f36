// statements → subjects: whom and what their contents name, and which of those are speakers of the article.

import type { Attribution } from '../attributions/attribution';
import { type Document, tokensIn } from '../document';
import type { ResolvedSpeakers } from '../speakers';
import { isPlaceName } from '../speakers/kinds';
import type { ArticleSubject, Span, SubjectLink, SubjectType } from '../types';
import { countryCalled } from './countries';
import { numberedLaws } from './numberedLaws';
import { quotedTitles } from './quotedTitles';
import { typeOfEntity } from './typeOfEntity';

/** Subjects of the article, and for each attribution those that its content names. */
export interface FoundSubjects {
  readonly subjects: readonly ArticleSubject[];
  readonly links: readonly (readonly SubjectLink[])[];
}

/** One place where a content names something; `key` is the same for all names of one thing. */
interface Naming extends Span {
  readonly key: string;
  readonly subject: () => ArticleSubject;
}

// A content of thousands of names is a list, and as a subject each of them would say nothing.
const MOST_NAMED = 200;

/** Finds the people, organisations, places, laws and works that contents name. */
export function findSubjects(
  document: Document,
  attributions: readonly Attribution[],
  resolved: Pick<ResolvedSpeakers, 'article' | 'speakerOf'>,
): FoundSubjects {
  const subjects: ArticleSubject[] = [];
  const places = new Map<string, number>();
  const indexOf = ({ key, subject }: Naming): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = subjects.push(subject()) - 1;
    places.set(key, place);
    return place;
  };
  const { index, entities, peoples } = resolved.article;
  const titles = quotedTitles(document, index);
  const types = new Map<number, SubjectType | null>();
  const typeOf = (entity: number): SubjectType | null => {
    const known = types.get(entity);
    if (known !== undefined) return known;
    const { words } = entities.entities[entity]!;
    // "There are two Vargas": a family
    const family =
      words.length === 1 &&
      words[0]!.endsWith('s') &&
      entities.named(words[0]!.slice(0, -1)) !== undefined;
    const type = family
      ? null
      : typeOfEntity(document, index.names, peoples, entities.entities[entity]!);
    types.set(entity, type);
    return type;
  };
  const article = { document, titles, resolved, typeOf };
  const links = attributions.map(({ content }): SubjectLink[] => {
    const spans = new Map<number, Span[]>();
    const namings = content
      .flatMap((span) => namingsIn(article, span))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .slice(0, MOST_NAMED);
    let end = 0;
    for (const naming of namings) {
      // What stands within a longer name is part of it.
      if (naming.start < end) continue;
      end = naming.end;
      const subject = indexOf(naming);
      spans.set(subject, [...(spans.get(subject) ?? []), { start: naming.start, end: naming.end }]);
    }
    return [...spans].map(([subject, found]) => ({ subject, spans: found }));
  });
  return { subjects, links };
}

interface Reading {
  readonly document: Document;
  readonly titles: readonly Span[];
  readonly resolved: Pick<ResolvedSpeakers, 'article' | 'speakerOf'>;
  typeOf(entity: number): SubjectType | null;
}

function namingsIn(reading: Reading, content: Span): Naming[] {
  const { document, titles, resolved } = reading;
  const { first, last } = tokensIn(document, content);
  const { index } = resolved.article;
  const inside = ({ start, end }: Span): boolean => start >= content.start && end <= content.end;
  const named = index
    .between(first, last, MOST_NAMED)
    .filter((name) => inside(index.names[name]!))
    .flatMap((name) => namingOf(reading, name) ?? []);
  return [
    ...titles.filter(inside).map((span) => byItsWords(document, span, 'work')),
    ...numberedLaws(document, first, last).map((span) => byItsWords(document, span, 'law')),
    ...named,
  ];
}

/** What a name stands for; null where that is no subject. */
function namingOf({ document, resolved, typeOf }: Reading, name: number): Naming | null {
  const { article, speakerOf } = resolved;
  const { entities, index } = article;
  const { start, end, words, first } = index.names[name]!;
  const number = entities.entityOf[name]!;
  const entity = entities.entities[number]!;
  const country = countryCalled(words);
  if (country !== null && entity.type === 'organisation') {
    const aliases = [...entity.forms].filter((form) => form !== country);
    const own = entity.words.length === words.length;
    const speaker = own ? speakerOf(number) : null;
    const subject = (): ArticleSubject => ({
      name: country,
      type: BODIES_OF_COUNTRIES.has(country) ? 'organisation' : 'place',
      aliases: own ? aliases : [],
      speaker,
    });
    return { start, end, key: `country ${country}`, subject };
  }
  const type = typeOf(number);
  // "Wenbridge" of an article that also names Wenbridge Infirmary: the town, where the text is about a place
  const short = words.length === 1 && entity.words.length > 1 && words[0] === entity.words[0];
  if (short && type !== 'person') {
    const locative = /^(?:in|at|near|outside|across|throughout|around|into|from|to)$/;
    const isPlace = isPlaceName(words) || locative.test(document.tokens[first - 1]?.lower ?? '');
    if (isPlace) return byItsWords(document, { start, end }, 'place');
    if (type !== 'organisation') return null;
  }
  if (type === null) return null;
  const printed = squeezed(entity.name);
  const subject = (): ArticleSubject => ({
    name: printed,
    type,
    aliases: [...entity.forms].filter((form) => form !== printed),
    speaker: speakerOf(number),
  });
  return { start, end, key: `entity ${number}`, subject };
}

/** Something that goes by the very words that are printed. */
function byItsWords({ text }: Document, { start, end }: Span, type: SubjectType): Naming {
  const name = squeezed(text.slice(start, end));
  const subject = (): ArticleSubject => ({ name, type, aliases: [], speaker: null });
  return { start, end, key: `${type} ${name.toLowerCase()}`, subject };
}

const BODIES_OF_COUNTRIES = new Set(['European Union', 'United Nations']);

const squeezed = (words: string): string => words.replace(/\s+/g, ' ');
