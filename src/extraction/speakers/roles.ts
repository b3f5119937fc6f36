// What the text says a named person is: "union leader Bob Crow", "Jane Roe, a teacher in Leeds,", "Mayor Quint".

import type { Document } from '../document';
import { BODY_NOUNS } from './data/organisations';
import { ROLE_NOUNS } from './data/titles';
import type { NameMention } from './names';

const LONGEST_APPOSITION = 16;

/** The role printed with a name, before or behind it; null where there is none. */
export function roleAround(document: Document, name: NameMention): string | null {
  return (
    rolePrinted(document, name) ?? apposition(document, name) ?? appositionBefore(document, name)
  );
}

/** "The judge, Frank Nervo, said", "the nurses' union, Unison, said" */
function appositionBefore(document: Document, name: NameMention): string | null {
  const { tokens, text } = document;
  const comma = name.runFirst - 1;
  const noun = tokens[comma - 1];
  if (tokens[comma]?.text !== ',' || noun === undefined) return null;
  if (!ROLE_NOUNS.has(noun.lower) && !BODY_NOUNS.has(noun.lower)) return null;
  if (!/^[,.;—–]$/.test(tokens[name.last]?.text ?? '')) return null;
  for (let i = comma - 1; i >= 0 && comma - i <= 6; i -= 1) {
    const token = tokens[i]!;
    if (/^(?:the|his|her|their|its)$/.test(token.lower))
      return i < comma - 1 ? text.slice(tokens[i + 1]!.start, noun.end) : null;
    if (!['NOUN', 'PROPN', 'ADJ', 'PART'].includes(token.pos) && !/^'s?$/.test(token.lower))
      return null;
  }
  return null;
}

// What else a role may be called later: "Justice Frank Nervo … the judge", "Sen. Tester … the senator"
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  justice: ['judge'],
  sen: ['senator', 'lawmaker'],
  senator: ['lawmaker'],
  rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
  gov: ['governor'],
  gen: ['general'],
  prof: ['professor'],
  ceo: ['executive', 'chief'],
  republican: ['gop'],
  attorney: ['lawyer'],
  lawyer: ['attorney'],
  spokesman: ['spokesperson'],
  spokeswoman: ['spokesperson'],
  mp: ['lawmaker'],
  prime: ['pm'],
};

/** The words of a role in lower case, with others that mean the same. */
export function roleWords(role: string): string[] {
  const printed = role
    .toLowerCase()
    .split(/[\s,.-]+/)
    .filter((word) => word !== '');
  return printed.flatMap((word) => [
    word,
    ...(Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word]! : []),
  ]);
}

/** "Serranese President Joren Halvik", "former union leader Bob Crow" */
function rolePrinted(document: Document, name: NameMention): string | null {
  const { tokens, text } = document;
  let first = name.first;
  for (let i = name.first - 1; i >= 0 && name.first - i <= 6; i -= 1) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[name.first]!.sentence) break;
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      (token.pos === 'ADJ' && first < name.first) ||
      i >= name.runFirst
    )
      first = i;
    else if (token.lower === "'s" || token.text === '-') continue;
    else break;
  }
  if (first >= name.first) return null;
  const last = tokens[name.first - 1]!;
  const fits =
    name.runFirst < name.first || ROLE_NOUNS.has(last.lower) || BODY_NOUNS.has(last.lower);
  const role = text.slice(tokens[first]!.start, last.end);
  return fits && !/^(?:mr|mrs|ms|miss|dr)\.?$/i.test(role) ? role : null;
}

/** "Jane Roe, a teacher at the school, said", "Quint, the mayor of Leeds," */
function apposition(document: Document, name: NameMention): string | null {
  const { tokens, text } = document;
  let at = name.last;
  // "Tim Scott (R-S.C.), …", "Jane Roe, 43, a teacher"
  if (tokens[at]?.text === '(')
    while (at < tokens.length && at - name.last < 8 && tokens[at - 1]?.text !== ')') at += 1;
  if (tokens[at]?.text !== ',') return null;
  if (tokens[at + 1]?.pos === 'NUM' && tokens[at + 2]?.text === ',') at += 2;
  const first = at + 1;
  const opener = tokens[first];
  if (
    opener === undefined ||
    opener.sentence !== tokens[name.first]!.sentence ||
    !(
      opener.pos === 'DET' ||
      opener.pos === 'NOUN' ||
      opener.pos === 'ADJ' ||
      /^(?:his|her|their|its)$/.test(opener.lower) ||
      opener.pos === 'PROPN'
    )
  )
    return null;
  let hasRole = false;
  for (let i = first; i < tokens.length && i - first < LONGEST_APPOSITION; i += 1) {
    const token = tokens[i]!;
    if (ROLE_NOUNS.has(token.lower) || (token.pos === 'NOUN' && opener.pos === 'DET'))
      hasRole = true;
    if (/^[,.;—–)]$/.test(token.text))
      return hasRole && i > first ? text.slice(opener.start, tokens[i - 1]!.end) : null;
    if ((token.pos === 'VERB' || token.pos === 'AUX') && !/(?:ed|ing)$/.test(token.lower))
      return null;
  }
  return null;
}
