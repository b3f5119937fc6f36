// Check a draft: each quotation marked in place with what was found of it, the evidence beside it, and a report to print or to keep.

import { useRef, useState } from 'preact/hooks';

import type { Failure, Schemas } from './api';
import { client, dataOf, failureOf } from './api';
import { Finding } from './finding';
import { FailureNotice, KeyField } from './notices';
import { reportOf } from './report';
import { useTitle } from './router';
import { MARKS, VERDICT_WORDS } from './verdicts';
import { counted } from './words';

type Checked = Schemas['CheckedQuotation'];

interface Result {
  readonly draft: string;
  readonly quotations: readonly Checked[];
  readonly articlesSearched: number;
}

/** As the contract allows. */
const MOST = 64_000;

export function CheckPage() {
  useTitle('Check a draft');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const check = async (form: HTMLFormElement) => {
    const draft = String(new FormData(form).get('draft') ?? '');
    setBusy(true);
    setFailure(null);
    try {
      const found = await dataOf(client.POST('/v1/verify', { body: { text: draft } }));
      setResult({ draft, ...found });
      // Reading starts at what was found.
      setTimeout(() => heading.current?.focus());
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };

  return (
    <>
      <h1>Check a draft</h1>
      <form
        class="ingest no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void check(event.currentTarget);
        }}
      >
        <p class="field">
          <label for="draft">Draft</label>
          <textarea id="draft" name="draft" rows={10} required maxLength={MOST}></textarea>
        </p>
        <KeyField failure={failure} />
        <p class="actions">
          <button type="submit" class="main" disabled={busy}>
            Check the quotations
          </button>
          <span role="status" class="quiet">
            {busy && 'Looking every quotation up …'}
          </span>
        </p>
      </form>
      {failure !== null && <FailureNotice failure={failure} />}
      {result === null ? (
        <p class="empty">
          Paste a draft with its quotation marks. Each quotation is looked up in everything that is
          stored: whether it stands there in exactly these words, and by whom. Nothing of the draft
          is kept.
        </p>
      ) : (
        <Findings result={result} heading={heading} />
      )}
    </>
  );
}

function Findings({
  result: { draft, quotations, articlesSearched },
  heading,
}: {
  result: Result;
  heading: { current: HTMLHeadingElement | null };
}) {
  return (
    <section aria-labelledby="found">
      <h2 id="found" ref={heading} tabIndex={-1}>
        {quotations.length === 0
          ? 'No quotation was found in the draft'
          : `${counted(quotations.length, 'quotation')} looked up`}
      </h2>
      <p class="quiet">
        {counted(articlesSearched, 'article')} searched. What none of them has may still have been
        said.
      </p>
      {quotations.length > 0 && (
        <>
          <p class="actions no-print">
            <button type="button" onClick={() => window.print()}>
              Print the report
            </button>
            <button
              type="button"
              onClick={() => keep('quotations.md', reportOf(quotations, articlesSearched))}
            >
              Download the report
            </button>
          </p>
          <div class="draft text">
            {paragraphsOf(draft, quotations).map((pieces, i) => (
              <p key={i}>{pieces}</p>
            ))}
          </div>
          <ol class="findings">
            {quotations.map((quotation, i) => (
              <Finding key={i} number={i + 1} quotation={quotation} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The draft with each quotation as a link to what was found of it; a mark and the verdict stand behind it, not a colour alone. */
function paragraphsOf(draft: string, quotations: readonly Checked[]) {
  const spans = quotations
    .flatMap(({ spans, verdict }, i) => spans.map((span, part) => ({ ...span, verdict, i, part })))
    .sort((a, b) => a.start - b.start);
  const paragraphs: preact.ComponentChildren[][] = [];
  let offset = 0;
  for (const line of draft.split('\n')) {
    const end = offset + line.length;
    const pieces: preact.ComponentChildren[] = [];
    let at = offset;
    for (const { start, end: stop, verdict, i, part } of spans) {
      if (stop <= offset || start >= end || start < at) continue;
      pieces.push(draft.slice(at, start));
      const shown = draft.slice(start, Math.min(stop, end));
      pieces.push(
        <a key={`${i}-${part}`} href={`#finding-${i + 1}`} class={`checked ${verdict}`}>
          {shown}
          <small>
            {' '}
            {MARKS[verdict]} {i + 1}. {VERDICT_WORDS[verdict]}
          </small>
        </a>,
      );
      at = Math.min(stop, end);
    }
    pieces.push(draft.slice(at, end));
    if (line.trim() !== '') paragraphs.push(pieces);
    offset = end + 1;
  }
  return paragraphs;
}

function keep(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.dataset['leave'] = '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
