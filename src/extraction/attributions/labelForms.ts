// Which paragraphs open with a speaker's label. One such opening proves nothing ("NOTE: …", "Where: the town hall"): labels
// count where the text as a whole looks like a conversation.

import type { Document } from '../document';

/** A label: its first token, and the last one, which is the colon ("REED:") or the label itself ("Q."). */
export interface Label {
  readonly first: number;
  readonly end: number;
}

interface Found extends Label {
  readonly kind: 'capitals' | 'question' | 'name';
  readonly paragraph: number;
  readonly words: string;
  /** Whether somebody seems to speak or ask behind it: "I", "you", "?". */
  readonly speaks: boolean;
}

const FEWEST = 3;
const LONGEST_CAPITALS = 5;
const LONGEST_NAME = 12;
const PARTICLE = /^(?:van|von|der|den|de|la|le|di|da|del|dos|bin|al|el|of|the|and|&)$/;
/** "LIVE: Committee questions regulator": what a headline opens with is nobody's name. */
const KICKER =
  /^(?:live|latest|breaking|exclusive|update|updated|watch|video|photos|pictures|gallery|listen|podcast|read|read more|opinion|analysis|comment|editorial|review|profile|explainer|fact check|factbox|timeline|correction|clarification|note|editor['’]s note|transcript|abstract|more|warning|tip|related|source|sources|contact)$/i;
/** Is it a word that pages open with and nobody is called: "Review", "Read more"? */
export const isKicker = (words: string): boolean => KICKER.test(words);

const SPEECH = /^(?:i|me|my|we|us|our|you|your)$/;

/** The labels of a conversation by paragraph; empty where the text is none. */
export function findLabels(document: Document): ReadonlyMap<number, Label> {
  const found: Found[] = [];
  let first = 0;
  document.paragraphs.forEach((_, paragraph) => {
    let last = first;
    while (last < document.tokens.length && document.tokens[last]!.paragraph === paragraph)
      last += 1;
    const label = readLabel(document, paragraph, first, last);
    if (label !== null) found.push(label);
    first = last;
  });
  const kept = [
    ...ofKind(found, 'capitals', ({ length }) => length >= FEWEST),
    ...ofKind(found, 'question', takesTurns),
    ...ofKind(found, 'name', isConversation),
  ];
  return new Map(kept.map((label) => [label.paragraph, label]));
}

function ofKind(
  found: readonly Found[],
  kind: Found['kind'],
  holds: (labels: readonly Found[]) => boolean,
): readonly Found[] {
  const labels = found.filter((label) => label.kind === kind);
  return holds(labels) ? labels : [];
}

/** Questions and answers, at least two of each. */
const takesTurns = (labels: readonly Found[]): boolean =>
  ['Q.', 'A.'].every((words) => labels.filter((label) => label.words === words).length >= 2);

/**
 * "Sample Sports: And then?", "Lea Moreau: I cried.": two labels at least that come again, and people who speak of
 * themselves or ask; "Running Time: 90 minutes" comes again as well.
 */
function isConversation(labels: readonly Found[]): boolean {
  const uses = new Map<string, number>();
  for (const { words } of labels) uses.set(words, (uses.get(words) ?? 0) + 1);
  const again = [...uses.values()].filter((times) => times >= 2).length;
  const speaking = labels.filter(({ speaks }) => speaks).length;
  return (
    labels.length >= FEWEST && again >= Math.min(2, uses.size) && 2 * speaking >= labels.length
  );
}

function readLabel(
  document: Document,
  paragraph: number,
  opening: number,
  last: number,
): Found | null {
  const { tokens, text } = document;
  // Some transcripts put every turn in marks: "“REED: It was late.”"
  const first = /^(?:["“]|``|'')$/.test(tokens[opening]?.text ?? '') ? opening + 1 : opening;
  const [kind, end] = labelEnd(document, first, last);
  if (kind === null || end + 1 >= last) return null;
  const speaks = tokens
    .slice(end + 1, last)
    .some(({ lower, text: printed }) => SPEECH.test(lower) || printed === '?');
  const words = text.slice(tokens[first]!.start, tokens[kind === 'question' ? end : end - 1]!.end);
  if (KICKER.test(words)) return null;
  return { kind, first, end, paragraph, words, speaks };
}

function labelEnd(
  { tokens }: Document,
  first: number,
  last: number,
): [Found['kind'] | null, number] {
  if (/^[QA]\.$/.test(tokens[first]?.text ?? '')) return ['question', first];
  let capitals = true;
  let name = true;
  let named = 0;
  let aside = false;
  for (let i = first; i < Math.min(last, first + LONGEST_NAME + 1); i += 1) {
    const { text: printed } = tokens[i]!;
    if (printed === ':') {
      if (i > first && capitals && i - first <= LONGEST_CAPITALS) return ['capitals', i];
      return name && named > 0 ? ['name', i] : [null, i];
    }
    capitals &&=
      /^[\p{Lu}.'’-]+$/u.test(printed) || /^(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\.?$/.test(printed);
    // "Dr. Anna van der Berg, club doctor:", "Mr. Roe (Harbour East):"
    if (named > 0 && /^[,(]$/.test(printed)) aside = true;
    const capitalised = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(printed);
    if (capitalised && !aside) named += 1;
    name &&= aside
      ? !/^[.;!?"“”]$/.test(printed)
      : capitalised || (i > first && PARTICLE.test(printed)) || /^(?:The|the)$/.test(printed);
    if (!capitals && !name) return [null, i];
  }
  return [null, last];
}
