// One paragraph with its marks. Drawn anew only when the statement that is looked at has to do with it: of the 500
// statements of a long article, a step from one to the next touches a handful of paragraphs.

import { useMemo } from 'preact/hooks';

import type { Marked } from './markedText';
import type { Paragraph, Segment, Span } from './segments';
import { placesOf } from './segments';

interface Props {
  paragraph: Paragraph;
  statements: readonly Marked[];
  chosen: number;
}

export function MarkedParagraph({ paragraph, statements, chosen }: Props) {
  const current = statements[chosen];
  const concerned =
    current !== undefined &&
    placesOf(current).some(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const shown = concerned ? chosen : -1;
  return useMemo(
    () => (
      <p>
        {paragraph.segments.map((segment) => (
          <Piece key={segment.start} segment={segment} statements={statements} chosen={shown} />
        ))}
      </p>
    ),
    [paragraph, statements, shown],
  );
}

const covers = (span: Span | null, at: number): boolean =>
  span !== null && span.start <= at && at < span.end;

/** Which part the words have in the statement that is looked at. */
function partOf(current: Marked | undefined, at: number): string {
  if (current === undefined) return '';
  if (covers(current.cue, at)) return 'cue';
  if (covers(current.source, at)) return 'source';
  const named = current.speakers.some(({ mentions }) => mentions.some((one) => covers(one, at)));
  return named ? 'mention' : '';
}

function Piece({ segment, statements, chosen }: { segment: Segment } & Omit<Props, 'paragraph'>) {
  const { text, within, stops } = segment;
  const part = partOf(statements[chosen], segment.start);
  const innermost = within.at(-1);
  if (innermost === undefined) return part === '' ? <>{text}</> : <span class={part}>{text}</span>;
  const looks = [
    'said',
    statements[innermost]?.form ?? '',
    within.length > 1 ? 'nested' : '',
    within.includes(chosen) ? 'chosen' : '',
    part,
  ];
  const others = stops.filter((index) => index !== innermost);
  return (
    <>
      {others.map((index) => (
        // The plus sign is the style sheet's, so that what is copied from the page is the article's text alone.
        <button
          key={index}
          type="button"
          class={index === chosen ? 'also chosen' : 'also'}
          aria-label="Another statement in the same words"
          aria-pressed={index === chosen}
          data-stop={index}
          data-in={index}
        />
      ))}
      <span
        class={looks.filter((look) => look !== '').join(' ')}
        data-in={within.join(' ')}
        {...(stops.includes(innermost)
          ? {
              role: 'button',
              tabIndex: 0,
              'aria-pressed': innermost === chosen,
              'data-stop': innermost,
            }
          : {})}
      >
        {text}
      </span>
    </>
  );
}
