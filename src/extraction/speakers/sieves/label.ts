// "Q:", "A:", "REED:": labels of an interview or transcript.

import { type Answer, type Article, entityAnswer, namingMention, type Sieve } from '../sieve';
import type { SourcePart } from '../source';

/** The person whose last name the label is; for "Q" and "A" those whom the introduction names as asking and answering. */
export const byLabel: Sieve = (article, part) => {
  const { document, entities } = article;
  if (!isLabel(document, part)) return null;
  const label = document.text.slice(part.start, part.end);
  if (label === 'A' || label === 'Q') return ofInterview(article, part, label);
  if (!/^\p{Lu}[\p{Lu}\s.'’-]+$/u.test(label)) return null;
  const lastName = label.toLowerCase().replace(/[.’']/g, '').split(/\s+/).at(-1)!;
  const entity = entities.named(lastName);
  if (entity === undefined || entities.entities[entity]!.type !== 'person') return null;
  return [
    entityAnswer(
      entity,
      [{ start: part.start, end: part.end }, namingMention(article, entity, part.start)],
      0.95,
    ),
  ];
};

/** Does the part open its paragraph, with a colon right behind it? */
function isLabel({ tokens }: Article['document'], { first, last }: SourcePart): boolean {
  const opens = first === 0 || tokens[first - 1]!.paragraph !== tokens[first]!.paragraph;
  return opens && tokens[last]?.text === ':';
}

/** "Miriam Aduba arrives with wet hair. … She spoke to Nadia Perrault.": the first one named answers, the one spoken to asks. */
function ofInterview(
  article: Article,
  part: SourcePart,
  label: 'A' | 'Q',
): readonly Answer[] | null {
  const { entities, index, document } = article;
  const { start: border } =
    document.paragraphs.find(({ start }) => /^[QA]:/.test(document.text.slice(start, start + 2))) ??
    part;
  for (const [name, mention] of index.names.entries()) {
    if (mention.start >= border) break;
    const entity = entities.entityOf[name]!;
    const { type, words } = entities.entities[entity]!;
    if (type !== 'person' || words.length < 2) continue;
    if (asks(article, mention.runFirst) !== (label === 'Q')) continue;
    return [
      entityAnswer(
        entity,
        [
          { start: part.start, end: part.end },
          { start: mention.start, end: mention.end },
        ],
        0.85,
      ),
    ];
  }
  return null;
}

/** "spoke to X", "was interviewed by X" */
function asks({ document }: Article, runFirst: number): boolean {
  const preposition = document.tokens[runFirst - 1]?.lower ?? '';
  return (
    /^(?:to|with|by)$/.test(preposition) &&
    /^(?:spoke|speaks|talked|talks|interviewed|talking|speaking)$/.test(
      document.tokens[runFirst - 2]?.lower ?? '',
    )
  );
}
