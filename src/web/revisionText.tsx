// An older revision's text, and word by word what has changed since: what was taken away, and what was added.

import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'preact/hooks';

interface Change {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** The changes between two texts, by paragraph; changed line breaks only begin another one. */
export function changesOf(older: string, newer: string): Change[][] {
  const paragraphs: Change[][] = [[]];
  for (const { value, added, removed } of diffWordsWithSpace(older, newer)) {
    const kind = added ? 'added' : removed ? 'removed' : 'kept';
    value.split(/\n+/).forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ kind, text });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

export function RevisionText({ older, newer }: { older: string; newer: string }) {
  const paragraphs = useMemo(() => changesOf(older, newer), [older, newer]);
  const same = paragraphs.every((one) => one.every(({ kind }) => kind === 'kept'));
  return (
    <>
      <p class="legend quiet">
        {same ? (
          'The words are the same as in the latest revision.'
        ) : (
          <>
            Since then, <del>struck-out words</del> were taken away, and <ins>underlined ones</ins>{' '}
            were added.
          </>
        )}
      </p>
      <div class="text">
        {paragraphs.map((changes, index) => (
          <p key={index}>
            {changes.map(({ kind, text }, at) => {
              if (kind === 'removed') return <del key={at}>{text}</del>;
              if (kind === 'added') return <ins key={at}>{text}</ins>;
              return <span key={at}>{text}</span>;
            })}
          </p>
        ))}
      </div>
    </>
  );
}
