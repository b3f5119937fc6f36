// An article's revisions: when they were stored, what each did to the statements, and which changed words in silence.

import type { Schemas } from '../api';
import { counted, minute } from '../words';

type Revision = Schemas['Revision'];

const pair = (id: string, from: number, to: number) => `/articles/${id}?from=${from}&to=${to}`;

/** Says above the text that words were changed without saying so: readers of the text have to know. */
export function SilentEdits({ id, revisions }: { id: string; revisions: readonly Revision[] }) {
  const silent = revisions.filter(({ silentEdit }) => silentEdit);
  if (silent.length === 0) return null;
  return (
    <div class="notice silent">
      {silent.map(({ number, changes }) => (
        <p key={number}>
          <strong>Silent edit:</strong> with revision {number} the words changed, and nothing in the
          text says so{changes !== null && fates(changes) !== '' && ` (${fates(changes)})`}.{' '}
          <a href={pair(id, number - 1, number)}>See what changed</a>
        </p>
      ))}
    </div>
  );
}

export function Revisions(props: {
  id: string;
  compared: { from: number; to: number } | null;
  revisions: readonly Revision[];
}) {
  const { id, compared, revisions } = props;
  const newest = revisions[0]?.number ?? 1;
  const shows = (from: number, to: number) =>
    compared?.from === from && compared.to === to ? { 'aria-current': 'true' as const } : {};
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <ol class="revisions">
        {revisions.map(({ number, current, createdAt, length, ...revision }) => (
          <li key={number}>
            <b>
              Revision {number}
              {current && ', the latest'}
            </b>{' '}
            <span class="quiet">
              stored {minute(createdAt)} · {counted(length, 'character')} ·{' '}
              {counted(revision.statementCount, 'statement')}
            </span>
            {revision.changes !== null && fates(revision.changes) !== '' && (
              <p class="quiet">Statements of the one before: {fates(revision.changes)}</p>
            )}
            {revision.silentEdit && (
              <p class="notice">
                <strong>Silent edit:</strong> the words changed, and no new notice says so.
              </p>
            )}
            {revision.notice !== null && (
              <p class="notice">
                Says of itself: <q>{revision.notice.exact}</q>
              </p>
            )}
            <p class="links">
              {current && compared !== null && (
                <a href={`/articles/${id}`}>Read it with its statements</a>
              )}
              {number > 1 && (
                <a href={pair(id, number - 1, number)} {...shows(number - 1, number)}>
                  What changed from revision {number - 1} to {number}
                </a>
              )}
              {number < newest - 1 && (
                <a href={pair(id, number, newest)} {...shows(number, newest)}>
                  All changes since revision {number}
                </a>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What became of the statements of the revision before; what there is none of is left out. */
function fates(changes: Schemas['RevisionChanges']): string {
  return (['kept', 'changed', 'added', 'removed'] as const)
    .filter((fate) => changes[fate] > 0)
    .map((fate) => `${changes[fate]} ${fate}`)
    .join(', ');
}
