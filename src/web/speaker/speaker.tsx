// Speaker: names, and roles over time; what they said when and about what; who printed it; and an editor's merging.

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { go, useAddress, useTitle } from '../router';
import { TopLineages } from '../statement/lineage';
import { SpeakerAbout } from './speakerAbout';
import { SpeakerArticles } from './speakerArticles';
import { SpeakerEdits } from './speakerEdits';
import { NarrowSpeaker, SpeakerStatements } from './speakerStatements';
import { SpeakerTimeline } from './speakerTimeline';

export function SpeakerPage({ id }: { id: string }) {
  const { data, failure, again } = useLoad(id, async (signal) => {
    const answer = await client.GET('/v1/speakers/{speakerId}', {
      params: { path: { speakerId: id } },
      signal,
    });
    const speaker = await dataOf(Promise.resolve(answer));
    return { speaker, tag: answer.response.headers.get('ETag') ?? '' };
  });
  useTitle(data?.speaker.name ?? 'Speaker');
  if (failure !== null) {
    return (
      <>
        <h1>Speaker</h1>
        <FailureNotice failure={failure} again={again} />
      </>
    );
  }
  if (data === null) return <Reading what="the speaker" />;
  const { speaker, tag } = data;
  return (
    <div class="profile">
      <div class="head">
        <h1>{speaker.name}</h1>
        {speaker.id !== id && (
          <p class="notice">
            The speaker of this address has been merged into{' '}
            <a href={`/speakers/${speaker.id}`}>{speaker.name}</a>.
          </p>
        )}
        <SpeakerAbout speaker={speaker} />
      </div>
      <Record key={tag} speaker={speaker} />
      <div class="rest">
        <SpeakerArticles key={tag} id={speaker.id} />
        <SpeakerEdits speaker={speaker} tag={tag} changed={again} />
      </div>
    </div>
  );
}

/** What narrows the statements of the page; its address holds it, so that it can be sent to a colleague. */
const PARTS = ['topic', 'publication', 'from', 'to'] as const;
export type Narrowed = Partial<Record<(typeof PARTS)[number], string>>;

function Record({ speaker }: { speaker: Schemas['Speaker'] }) {
  const { pathname, search } = useAddress();
  const params = new URLSearchParams(search);
  const narrowed: Narrowed = Object.fromEntries(
    PARTS.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  );
  const change = (part: { [Name in keyof Narrowed]?: string | null }) => {
    const after = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part)) {
      if (value === null) after.delete(name);
      else after.set(name, value);
    }
    go(after.size === 0 ? pathname : `${pathname}?${after}`);
  };
  return (
    <>
      <div class="timeline">
        <SpeakerTimeline
          id={speaker.id}
          topic={narrowed.topic ?? null}
          from={narrowed.from ?? null}
          ofAllPublications={narrowed.publication !== undefined}
          choose={(bar) => change({ from: bar?.start ?? null, to: bar?.end ?? null })}
        />
      </div>
      <aside class="narrowing" aria-label="What about, printed by whom">
        <NarrowSpeaker id={speaker.id} narrowed={narrowed} change={change} />
        <TopLineages speakerId={speaker.id} />
      </aside>
      <div class="record">
        <SpeakerStatements speaker={speaker} narrowed={narrowed} showAll={() => go(pathname)} />
      </div>
    </>
  );
}
