// Cite: a statement in every format, each with a button that copies it; and two links, to the words and to this page.

import { useState } from 'preact/hooks';

import { client, dataOf, failureOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice } from '../notices';

const STYLES = [
  ['apa', 'APA'],
  ['mla', 'MLA'],
  ['chicago', 'Chicago'],
] as const;
const MACHINES = [
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl-json', 'CSL-JSON'],
  ['jsonld', 'schema.org'],
  ['annotation', 'Web Annotation'],
] as const;
type Format = (typeof STYLES)[number][0] | (typeof MACHINES)[number][0] | 'link';

const read = (id: string, format: Format, signal?: AbortSignal): Promise<string> =>
  dataOf<string>(
    client.GET('/v1/statements/{statementId}', {
      params: { path: { statementId: id }, query: { format } },
      parseAs: 'text',
      ...(signal === undefined ? {} : { signal }),
    }),
  );

export function Cite({ id, url }: { id: string; url: string | null }) {
  const [told, setTold] = useState('');
  const copy = async (name: string, text: () => Promise<string>) => {
    let words: string;
    try {
      words = await text();
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure !== null) setTold(`${failure.title}. ${failure.advice}`);
      return;
    }
    try {
      await navigator.clipboard.writeText(words);
      setTold(`${name} copied.`);
    } catch {
      setTold('The browser does not allow copying. Select the text and copy it by hand.');
    }
  };
  const here = `${location.origin}/statements/${id}`;
  return (
    <section class="cite" aria-labelledby="cite">
      <header>
        <h2 id="cite">Cite</h2>
        <p role="status" class="quiet">
          {told}
        </p>
      </header>
      {STYLES.map(([format, name]) => (
        <Citation key={format} id={id} format={format} name={name} copy={copy} open />
      ))}
      {url !== null && (
        <Citation id={id} format="link" name="Link to the words" copy={copy} open leads />
      )}
      <div class="citing">
        <h3>Link to this page</h3>
        <CopyButton name="Link to this page" copy={copy} text={() => Promise.resolve(here)} />
        <p class="citation">
          <a href={here}>{here}</a>
        </p>
      </div>
      {MACHINES.map(([format, name]) => (
        <Citation key={format} id={id} format={format} name={name} copy={copy} />
      ))}
    </section>
  );
}

type Copy = (name: string, text: () => Promise<string>) => Promise<void>;

function CopyButton(props: { name: string; copy: Copy; text: () => Promise<string> }) {
  const { name, copy, text } = props;
  return (
    <button type="button" aria-label={`Copy ${name}`} onClick={() => void copy(name, text)}>
      Copy
    </button>
  );
}

/** One format: its text where it is open; the button copies it in either case. */
function Citation(props: {
  id: string;
  format: Format;
  name: string;
  copy: Copy;
  /** Prose is read where it stands; what is for programs is unfolded by those who want to see it. */
  open?: boolean;
  /** Whether the text is an address to go to. */
  leads?: boolean;
}) {
  const { id, format, name, copy, open = false, leads = false } = props;
  const [unfolded, setUnfolded] = useState(open);
  const { data, failure, loading, again } = useLoad(unfolded ? `${id} ${format}` : null, (signal) =>
    read(id, format, signal),
  );
  const text = data?.trim() ?? (loading ? 'Writing it …' : '');
  return (
    <div class="citing">
      <h3>{name}</h3>
      {!open && (
        <button
          type="button"
          class="plain"
          aria-label={`${unfolded ? 'Hide' : 'Show'} ${name}`}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Hide' : 'Show'}
        </button>
      )}
      <CopyButton
        name={name}
        copy={copy}
        text={() => (data === null ? read(id, format) : Promise.resolve(data))}
      />
      {failure !== null && <FailureNotice failure={failure} again={again} />}
      {unfolded &&
        failure === null &&
        (open ? (
          <p class="citation" aria-busy={loading}>
            {leads && data !== null ? (
              <a href={text} rel="noreferrer noopener" data-leave>
                {text}
              </a>
            ) : (
              text
            )}
          </p>
        ) : (
          <pre
            class="citation"
            role="group"
            tabIndex={0}
            aria-label={`Citation as ${name}`}
            aria-busy={loading}
          >
            {text}
          </pre>
        ))}
    </div>
  );
}
