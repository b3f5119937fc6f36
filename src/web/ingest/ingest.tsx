// Add an article: paste it or choose a file, see the statements, then store it and see what was stored.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Failure } from '../api';
import { dataOf, failureOf } from '../api';
import { FailureNotice, KeyField } from '../notices';
import { useTitle } from '../router';
import { useDroppedFiles } from './dropping';
import { ArticleFields, Problem } from './ingestFields';
import type { Ingested } from './ingestResult';
import { IngestResult, resultOf } from './ingestResult';
import type { Kind } from './kinds';
import { KIND_WORDS, kindOf, readFile } from './kinds';
import type { Submitted } from './submission';
import { extract, FIELDS, knownOf, store } from './submission';
import { Working } from './working';

/** The places of the body that the box stands for. */
const BOX = ['', 'text', 'html', 'articleBody'];

const NO_TEXT: Failure = {
  title: 'There is no article yet',
  advice: 'Paste its text, or choose a file.',
  status: null,
  places: [{ place: 'text', message: 'Paste the article here, or choose a file.' }],
};

export function IngestPage() {
  useTitle('Add an article');
  const [content, setContent] = useState('');
  const [kind, setKind] = useState<Kind>('text');
  const [fileName, setFileName] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Ingested | null>(null);
  const running = useRef<AbortController | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => () => running.current?.abort(), []);
  // Problems stand at their fields; the first of those gets the focus.
  useEffect(() => {
    if (failure !== null) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failure]);

  const take = (text: string, name: string | null) => {
    setContent(text);
    setKind(kindOf(text, name ?? ''));
    setFileName(name);
    setResult(null);
    setFailure(null);
  };
  const takeFiles = async (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file === undefined) return;
    try {
      take(await readFile(file), file.name);
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : '';
      setFailure({
        title: 'The file was not read',
        advice: message,
        status: null,
        places: [{ place: 'text', message }],
      });
    }
  };
  const dropping = useDroppedFiles((files) => void takeFiles(files));
  const act = async (
    what: string,
    run: (submitted: Submitted, signal: AbortSignal) => Promise<Ingested>,
  ) => {
    if (form.current === null || busy !== null) return;
    setFailure(null);
    if (content.trim() === '') return setFailure(NO_TEXT);
    const controller = new AbortController();
    running.current = controller;
    setBusy(what);
    try {
      const submitted = { content, kind, known: knownOf(form.current) };
      setResult(await run(submitted, controller.signal));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(null);
  };
  const look = () =>
    act('Reading the article', async (submitted, signal) => ({
      kind: 'seen',
      extraction: await dataOf(extract(submitted, signal)),
    }));
  const keep = () =>
    act('Storing the article', (submitted, signal) => resultOf(store(submitted, signal), signal));

  const places = failure?.places ?? [];
  const problemOf = (names: readonly string[]) =>
    places.find(({ place }) => names.includes(place))?.message ?? null;
  const textProblem = problemOf(BOX);
  const atFields = places.some(({ place }) => FIELDS.some(({ name }) => name === place));
  return (
    <>
      <h1>Add an article</h1>
      <p class="lead">
        Paste it, or choose a file: plain text with an empty line between paragraphs, a web page, or
        a news item as JSON (NewsArticle or ninjs). See what is found in it first; nothing is kept
        until you store it.
      </p>
      <form
        class={`ingest${dropping ? ' dropping' : ''}`}
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <p class="field">
          <label for="file">A file, or drop one on the page: text, HTML or JSON</label>
          <input
            id="file"
            type="file"
            accept=".txt,.text,.md,.html,.htm,.json,.jsonld,text/*,application/json,application/ld+json"
            onChange={(event) => {
              void takeFiles(event.currentTarget.files);
              // The same file, mended, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </p>
        <p class="field">
          <label for="text">Text</label>
          <textarea
            id="text"
            rows={10}
            value={content}
            required
            spellcheck={false}
            onInput={(event) => {
              const text = event.currentTarget.value;
              // While one types the kind stays; what is pasted says by itself what it is.
              if (content.trim() === '') setKind(kindOf(text));
              setContent(text);
              setResult(null);
            }}
            {...(textProblem === null
              ? {}
              : { 'aria-invalid': true, 'aria-describedby': 'text-problem' })}
          ></textarea>
          <Problem id="text-problem" message={textProblem} />
        </p>
        <fieldset class="parts">
          <legend>{fileName === null ? 'This is' : `“${fileName}” is`}</legend>
          {(Object.keys(KIND_WORDS) as Kind[]).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="kind"
                checked={one === kind}
                onChange={() => {
                  setKind(one);
                  setResult(null);
                }}
              />
              {KIND_WORDS[one]}
            </label>
          ))}
        </fieldset>
        <ArticleFields kind={kind} problemOf={(name) => problemOf([name])} />
        <KeyField failure={failure} />
        <p class="actions">
          <button type="submit" class="main" disabled={busy !== null}>
            Show the statements
          </button>
          <button type="button" disabled={busy !== null} onClick={() => void keep()}>
            Store the article
          </button>
        </p>
      </form>
      <Working what={busy} length={content.length} stop={() => running.current?.abort()} />
      {failure !== null && (
        <FailureNotice
          failure={
            atFields ? { ...failure, advice: 'What is wrong stands at the fields above.' } : failure
          }
        />
      )}
      {result !== null && (
        <IngestResult
          result={result}
          another={() => {
            form.current?.reset();
            take('', null);
            document.getElementById('text')?.focus();
          }}
        />
      )}
    </>
  );
}
