// Add an article: paste it, see the statements, then store it.

import { useState } from 'preact/hooks';

import type { Failure, Schemas } from './api';
import { client, dataOf, failureOf } from './api';
import type { Marked } from './markedText';
import { MarkedText } from './markedText';
import { FailureNotice, KeyField } from './notices';
import { go, useTitle } from './router';
import { counted } from './words';

type Input = Schemas['ArticleInput'];

interface Result {
  readonly text: string;
  readonly statements: readonly Marked[];
}

const FIELDS = [
  { name: 'title', label: 'Headline', type: 'text', most: 1000 },
  { name: 'publication', label: 'Publication', type: 'text', most: 200 },
  { name: 'byline', label: 'Written by', type: 'text', most: 500 },
  { name: 'url', label: 'Address (URL)', type: 'url', most: 2048 },
  { name: 'publishedAt', label: 'Published on', type: 'date', most: 10 },
] as const;

/** The form as a body of the API; fields left empty are not sent. */
function inputOf(form: HTMLFormElement): Input {
  const entries = [...new FormData(form)].filter(
    ([, value]) => typeof value === 'string' && value.trim() !== '',
  );
  return Object.fromEntries(entries) as unknown as Input;
}

export function IngestPage() {
  useTitle('Add an article');
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Result | null>(null);

  const act = async (what: string, form: HTMLFormElement, run: (body: Input) => Promise<void>) => {
    setBusy(what);
    setFailure(null);
    try {
      await run(inputOf(form));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(null);
  };
  const look = (form: HTMLFormElement) =>
    act('Reading the article', form, async (body) => {
      const extraction = await dataOf(client.POST('/v1/extractions', { body }));
      setResult({ text: extraction.text, statements: extraction.statements });
    });
  const store = (form: HTMLFormElement) =>
    act('Storing the article', form, async (body) => {
      const stored = await dataOf(client.POST('/v1/articles', { body }));
      // This form sets no embargo, and takes nothing back.
      if (stored !== undefined && 'article' in stored) go(`/articles/${stored.article.id}`);
    });

  return (
    <>
      <h1>Add an article</h1>
      <p>
        Paste the text, with an empty line between paragraphs. See what is found in it first;
        nothing is kept until you store it.
      </p>
      <form
        class="ingest"
        onSubmit={(event) => {
          event.preventDefault();
          void look(event.currentTarget);
        }}
      >
        <p class="field">
          <label for="text">Text</label>
          <textarea
            id="text"
            name="text"
            rows={12}
            required
            onInput={() => setResult(null)}
          ></textarea>
        </p>
        <div class="fields">
          {FIELDS.map(({ name, label, type, most }) => (
            <p class="field" key={name}>
              <label for={name}>{label}</label>
              <input id={name} name={name} type={type} maxLength={most} />
            </p>
          ))}
        </div>
        <KeyField failure={failure} />
        <p class="actions">
          <button type="submit" class="main" disabled={busy !== null}>
            Show the statements
          </button>
          <button
            type="button"
            disabled={busy !== null}
            onClick={(event) => {
              const { form } = event.currentTarget;
              if (form?.reportValidity()) void store(form);
            }}
          >
            Store the article
          </button>
        </p>
      </form>
      <p role="status">
        {busy !== null && `${busy} …`}
        {busy === null &&
          result !== null &&
          `${counted(result.statements.length, 'statement')} found; nothing is stored yet.`}
      </p>
      {failure !== null && <FailureNotice failure={failure} />}
      {result !== null && <MarkedText text={result.text} statements={result.statements} />}
    </>
  );
}
