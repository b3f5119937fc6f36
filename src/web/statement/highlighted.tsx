// A text with the words that a search found in it marked.

import type { Schemas } from '../api';

/**
 * The pieces of a text, in turn beside and within what was found: every second one is a hit. Found by the words, since the
 * text of a citation is not cut like the article's, at whose offsets highlights stand.
 */
export function piecesOf(text: string, found: readonly string[]): string[] {
  const words = [...new Set(found.map((one) => one.replace(/\s+/g, ' ')))]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (words.length === 0) return [text];
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'u'));
}

export function Highlighted(props: {
  text: string;
  highlights: readonly Schemas['Highlight'][] | undefined;
}) {
  const found = (props.highlights ?? []).filter((one) => one.in !== 'title');
  const pieces = piecesOf(
    props.text,
    found.map(({ exact }) => exact),
  );
  return (
    <>
      {pieces.map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece))}
    </>
  );
}
