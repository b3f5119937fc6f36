// What changed from one revision to another: the statements that became others, and the text with its changes marked.

import { useMemo, useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { Differences } from '../differences';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { counted, FORM_WORDS, shown } from '../words';
import type { Run, RunParagraph } from './runs';
import { foldedRuns, gatheredRuns, paragraphsOfRuns } from './runs';
import { whoSaid } from './statementIndex';

type Diff = Schemas['RevisionDiff'];
type Fate = Schemas['StatementFate'];

const VIEWS = { changes: 'Changes marked', before: 'As it was', after: 'As it became' } as const;
type View = keyof typeof VIEWS;

interface Props {
  id: string;
  from: number;
  to: number;
  revisions: readonly Schemas['Revision'][];
}

export function RevisionText({ id, from, to, revisions }: Props) {
  const { data, failure, again } = useLoad(`${id} ${from} ${to}`, (signal) =>
    dataOf(
      client.GET('/v1/articles/{articleId}/diff', {
        params: { path: { articleId: id }, query: { from, to } },
        signal,
      }),
    ),
  );
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        From revision {from} to revision {to}
      </h2>
      <p>
        <a href={`/articles/${id}`}>Back to the latest text, with its statements</a>
      </p>
      <Headline revisions={revisions} from={from} to={to} />
      {failure !== null && <FailureNotice failure={failure} again={again} />}
      {data === null && failure === null && <Reading what="what changed" />}
      {data !== null && (
        <>
          <Fates statements={data.statements} />
          <Text diff={data} />
        </>
      )}
    </section>
  );
}

/** The headline, where it changed: it is no part of the text. */
function Headline({ revisions, from, to }: Omit<Props, 'id'>) {
  const [before, after] = [from, to].map((number) => {
    const revision = revisions.find((one) => one.number === number);
    return revision === undefined ? undefined : (revision.title ?? 'Untitled article');
  });
  if (before === undefined || after === undefined || before === after) return null;
  return (
    <>
      <h3>Headline</h3>
      <p class="sentence changes">
        <del>{before}</del> <ins>{after}</ins>
      </p>
    </>
  );
}

const TITLES = { changed: 'Changed', added: 'Added', removed: 'No longer there' } as const;

function Fates({ statements }: { statements: readonly Fate[] }) {
  if (statements.length === 0) return null;
  const kept = statements.filter(({ fate }) => fate === 'kept').length;
  return (
    <>
      <h3>Statements</h3>
      {kept > 0 && (
        <p class="quiet">
          {kept === statements.length && 'All '}
          {counted(kept, 'statement')} stayed as they were.
        </p>
      )}
      {(['changed', 'removed', 'added'] as const).map((fate) => {
        const those = statements.filter((one) => one.fate === fate);
        if (those.length === 0) return null;
        return (
          <section key={fate} aria-label={TITLES[fate]}>
            <h4>
              {TITLES[fate]} ({those.length})
            </h4>
            <ul class="fates">
              {those.map((one, at) => (
                <OneFate key={at} {...one} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function OneFate({ before, after, diff }: Fate) {
  const statement = after ?? before;
  if (statement === null) return null;
  const was = before !== null && after !== null ? whoSaid(before) : null;
  const who = whoSaid(statement);
  return (
    <li>
      <p class="who">
        <b>{was !== null && was !== who ? `${was} → ${who}` : who}</b>{' '}
        <span class="form">{FORM_WORDS[statement.form]}</span>{' '}
        <a href={`/statements/${statement.id}`}>All that is known of it</a>
      </p>
      {diff.length > 0 ? <Differences diff={diff} /> : <p class="sentence">{shown(statement)}</p>}
    </li>
  );
}

function Text({ diff }: { diff: Diff }) {
  const [view, setView] = useState<View>('changes');
  const paragraphs = useMemo(() => paragraphsOfRuns(gatheredRuns(diff.text)), [diff]);
  if (diff.excerpted) {
    return <p class="notice">Its publication does not let others show the text.</p>;
  }
  const same = diff.text.every(({ op }) => op === 'same');
  return (
    <>
      <h3>Text</h3>
      <fieldset class="views">
        <legend class="visually-hidden">How the text is shown</legend>
        {(Object.keys(VIEWS) as View[]).map((one) => (
          <label key={one}>
            <input type="radio" name="view" checked={view === one} onChange={() => setView(one)} />
            {VIEWS[one]}
          </label>
        ))}
      </fieldset>
      {view === 'changes' && (
        <p class="legend quiet">
          {same ? (
            'The words of both are the same.'
          ) : (
            <>
              <del>Struck-out words</del> were taken away, <ins>underlined ones</ins> were added.
            </>
          )}
        </p>
      )}
      <div class="text changes">
        {view === 'changes'
          ? foldedRuns(paragraphs).map((block, at) =>
              block.folded ? (
                <details key={at}>
                  <summary>{counted(block.paragraphs.length, 'paragraph')} unchanged</summary>
                  <Paragraphs paragraphs={block.paragraphs} />
                </details>
              ) : (
                <Paragraphs key={at} paragraphs={block.paragraphs} />
              ),
            )
          : plain(diff.text, view).map((text, at) => <p key={at}>{text}</p>)}
      </div>
    </>
  );
}

/** One of the two texts, by paragraph. */
const plain = (runs: readonly Run[], view: View): string[] =>
  runs
    .filter(({ op }) => op !== (view === 'before' ? 'added' : 'removed'))
    .map(({ exact }) => exact)
    .join('')
    .split(/\n+/)
    .filter((text) => text !== '');

function Paragraphs({ paragraphs }: { paragraphs: readonly RunParagraph[] }) {
  return (
    <>
      {paragraphs.map((runs, index) => (
        <p key={index}>
          {runs.map(({ op, exact }, at) => {
            if (op === 'removed') return <del key={at}>{exact}</del>;
            if (op === 'added') return <ins key={at}>{exact}</ins>;
            return <span key={at}>{exact}</span>;
          })}
        </p>
      ))}
    </>
  );
}
