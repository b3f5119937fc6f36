// A draft after its check: each quotation a link to what was found of it; a mark and the verdict stand behind it, not a colour alone.

import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

import type { Checked } from './report';
import { MARKS, VERDICT_WORDS } from './verdicts';

interface Props {
  draft: string;
  quotations: readonly Checked[];
}

export function CheckedDraft({ draft, quotations }: Props) {
  const paragraphs = useMemo(() => paragraphsOf({ draft, quotations }), [draft, quotations]);
  return (
    <div class="draft text">
      {paragraphs.map((pieces, i) => (
        <p key={i}>{pieces}</p>
      ))}
    </div>
  );
}

function paragraphsOf({ draft, quotations }: Props): ComponentChildren[][] {
  const spans = quotations
    .flatMap(({ spans, verdict }, i) => spans.map((span, part) => ({ ...span, verdict, i, part })))
    .sort((a, b) => a.start - b.start);
  const paragraphs: ComponentChildren[][] = [];
  let offset = 0;
  for (const line of draft.split('\n')) {
    const end = offset + line.length;
    const pieces: ComponentChildren[] = [];
    let at = offset;
    for (const { start: from, end: stop, verdict, i, part } of spans) {
      const start = Math.max(from, offset);
      if (stop <= offset || start >= end || start < at) continue;
      pieces.push(draft.slice(at, start));
      at = Math.min(stop, end);
      pieces.push(
        <a
          key={`${i}-${part}`}
          // The first place of each: findings lead back here.
          {...(part === 0 && start === from ? { id: `quotation-${i + 1}` } : {})}
          href={`#finding-${i + 1}`}
          class={`checked ${verdict}`}
        >
          {draft.slice(start, at)}
          <small>
            {' '}
            {MARKS[verdict]} {i + 1}. {VERDICT_WORDS[verdict]}
          </small>
        </a>,
      );
    }
    pieces.push(draft.slice(at, end));
    if (line.trim() !== '') paragraphs.push(pieces);
    offset = end + 1;
  }
  return paragraphs;
}
