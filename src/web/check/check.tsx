// Check a draft: paste it, wait, and read what was found of each quotation; a step to the evidence and back loses nothing.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Failure } from '../api';
import { client, dataOf, failureOf } from '../api';
import { FailureNotice, KeyField } from '../notices';
import { useTitle } from '../router';
import { CheckFindings, CheckIntroduction } from './checkFindings';
import type { Report } from './report';

/** As the contract allows. A field that cut longer drafts off would leave quotations unchecked without a word. */
const MOST = 64_000;

/** The draft and its report while this tab is open and not loaded anew: readers follow the evidence, and come back. */
let kept: { draft: string; report: Report | null } = { draft: '', report: null };

export function CheckPage() {
  useTitle('Check a draft');
  const [draft, setDraft] = useState(kept.draft);
  const [report, setReport] = useState(kept.report);
  const [since, setSince] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const underWay = useRef<AbortController | null>(null);
  const busy = since !== null;
  const tooLong = draft.length > MOST;

  useEffect(() => {
    kept = { draft, report };
  }, [draft, report]);
  useEffect(() => () => underWay.current?.abort(), []);

  const check = async () => {
    const controller = new AbortController();
    underWay.current = controller;
    setSince(Date.now());
    setFailure(null);
    try {
      const body = { text: draft };
      const found = await dataOf(client.POST('/v1/verify', { body, signal: controller.signal }));
      const { quotations, articlesSearched } = found;
      const { origin } = location;
      setReport({ draft, quotations, articlesSearched, at: new Date(), origin });
      // Reading starts at what was found.
      setTimeout(() => heading.current?.focus());
    } catch (thrown) {
      if (!controller.signal.aborted) setFailure(failureOf(thrown));
    }
    if (underWay.current === controller) setSince(null);
  };

  return (
    <>
      <h1>Check a draft</h1>
      <form
        class="ingest no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !tooLong) void check();
        }}
      >
        <p class="field">
          <label for="draft">Draft</label>
          <textarea
            id="draft"
            rows={10}
            required
            value={draft}
            onInput={(event) => setDraft(event.currentTarget.value)}
            aria-describedby="draft-length"
            aria-invalid={tooLong}
          ></textarea>
        </p>
        <p id="draft-length" class="quiet" {...(tooLong ? { role: 'alert' } : {})}>
          {tooLong
            ? `${draft.length.toLocaleString('en-GB')} characters, ${(draft.length - MOST).toLocaleString('en-GB')} too many: check it in parts of at most ${MOST.toLocaleString('en-GB')}.`
            : draft.length > MOST / 2 &&
              `${draft.length.toLocaleString('en-GB')} of ${MOST.toLocaleString('en-GB')} characters`}
        </p>
        <KeyField failure={failure} />
        <div class="actions">
          <button type="submit" class="main" disabled={busy || tooLong}>
            Check the quotations
          </button>
          {busy && (
            <>
              <button type="button" onClick={() => underWay.current?.abort()}>
                Stop
              </button>
              <Waiting since={since} length={draft.length} />
            </>
          )}
        </div>
      </form>
      {failure !== null && <FailureNotice failure={failure} again={() => void check()} />}
      {report === null && <CheckIntroduction />}
      {report !== null && report.draft !== draft && (
        <p class="notice no-print" role="status">
          The draft has changed since this check.
        </p>
      )}
      {report !== null && <CheckFindings report={report} heading={heading} />}
    </>
  );
}

/** That it is at work, and for how long: the service reads a draft as a whole, so there are no parts to count. */
function Waiting({ since, length }: { since: number; length: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.round((now - since) / 1000);
  return (
    <span class="quiet waiting">
      <span role="status">Looking every quotation up …</span>
      <progress aria-label="Checking" />
      {seconds > 1 && (
        <span>
          {' '}
          {seconds} s{length > 20_000 && '; a long draft may take half a minute'}
        </span>
      )}
    </span>
  );
}
