// Statement: everything known of one, and how to cite it.

import { useState } from 'preact/hooks';

import { client, dataOf } from './api';
import { Lineage } from './lineage';
import { useLoad } from './load';
import { FailureNotice, Reading } from './notices';
import { useTitle } from './router';
import { StatementFacts } from './statementFacts';
import { StatementItem } from './statementItem';
import { minute, shown } from './words';

const FORMATS = [
  ['apa', 'APA'],
  ['mla', 'MLA'],
  ['chicago', 'Chicago'],
  ['link', 'Deep link'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl-json', 'CSL-JSON'],
  ['jsonld', 'schema.org'],
  ['annotation', 'Web Annotation'],
] as const;
type Format = (typeof FORMATS)[number][0];

export function StatementPage({ id }: { id: string }) {
  const { data, failure, again } = useLoad(id, async (signal) =>
    dataOf(
      client.GET('/v1/statements/{statementId}', { params: { path: { statementId: id } }, signal }),
    ),
  );
  useTitle(data === null ? 'Statement' : shown(data).slice(0, 60));
  if (failure !== null) {
    return (
      <>
        <h1>Statement</h1>
        <FailureNotice failure={failure} again={again} />
      </>
    );
  }
  if (data === null) return <Reading what="the statement" />;
  return (
    <div class="one">
      <h1 class="visually-hidden">Statement</h1>
      <StatementItem statement={data} />
      <h2>In its sentence</h2>
      <p class="sentence">{data.sentence.exact}</p>
      <p>
        <a href={`/articles/${data.article.id}?statement=${id}`}>Read it in the article</a>
      </p>
      <h2>What is known</h2>
      <StatementFacts statement={data} withWords={false} />
      <Lineage id={id} />
      <Cite id={id} />
      <p class="quiet">
        Found by {data.engine.name} {data.engine.version}, stored {minute(data.createdAt)}; review:{' '}
        {data.review.state}
        {data.review.by !== null && ` by ${data.review.by}`}.{' '}
        {data.article.current && <a href={`/review?statement=${id}`}>Review it</a>}
      </p>
    </div>
  );
}

function Cite({ id }: { id: string }) {
  const [format, setFormat] = useState<Format>('apa');
  const [told, setTold] = useState('');
  const cited = useLoad(`${id} ${format}`, (signal) =>
    dataOf<string>(
      client.GET('/v1/statements/{statementId}', {
        params: { path: { statementId: id }, query: { format } },
        parseAs: 'text',
        signal,
      }),
    ),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(cited.data ?? '');
      setTold('Copied.');
    } catch {
      setTold('The browser does not allow copying. Select the text and copy it by hand.');
    }
  };
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <fieldset class="formats">
        <legend class="visually-hidden">Format</legend>
        {FORMATS.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="format"
              checked={value === format}
              onChange={() => {
                setTold('');
                setFormat(value);
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {cited.failure !== null ? (
        <FailureNotice failure={cited.failure} again={cited.again} />
      ) : (
        <>
          <pre
            class="citation"
            role="group"
            tabIndex={0}
            aria-label="Citation"
            aria-busy={cited.loading}
          >
            {cited.data ?? ''}
          </pre>
          <button type="button" disabled={cited.loading} onClick={() => void copy()}>
            Copy
          </button>{' '}
          <span role="status">{told}</span>
        </>
      )}
    </section>
  );
}
