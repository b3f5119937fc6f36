// What a speaker said over time: a bar for each interval, each a button that shows its statements.

import { useEffect, useRef, useState } from 'preact/hooks';

import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { counted } from '../words';
import type { Bar, Interval } from './bars';
import { barsOf, intervalName, ticksOf } from './bars';

/** From long to short; the first one chosen is the shortest that can be looked at whole. */
const INTERVALS: readonly Interval[] = ['year', 'month', 'week', 'day'];
const LIMIT = 100;

interface Props {
  id: string;
  topic: string | null;
  from: string | null;
  /** Whether the statements below are of one publication, as the bars never are. */
  ofAllPublications: boolean;
  choose: (bar: Bar | null) => void;
}

export function SpeakerTimeline({ id, topic, from, ofAllPublications, choose }: Props) {
  const [asked, setAsked] = useState<Interval | null>(null);
  const { data, failure, again } = useLoad(`${id} ${topic} ${asked}`, async (signal) => {
    const read = async (interval: Interval) => {
      const query = { interval, limit: LIMIT, ...(topic === null ? {} : { topic }) };
      const timeline = await dataOf(
        client.GET('/v1/speakers/{speakerId}/timeline', {
          params: { path: { speakerId: id }, query },
          signal,
        }),
      );
      return { interval, timeline, bars: barsOf(timeline.items, interval) };
    };
    if (asked !== null) return await read(asked);
    const months = await read('month');
    return months.bars === null || months.timeline.nextCursor !== null
      ? await read('year')
      : months;
  });
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Where not all bars fit, the latest are what one sees first; or the one that the address asks for.
    const { current } = list;
    const pressed = current?.querySelector<HTMLElement>('[aria-pressed=true]')?.parentElement;
    if (current) current.scrollLeft = pressed ? pressed.offsetLeft - 100 : current.scrollWidth;
  }, [data]);
  if (failure !== null) return <FailureNotice failure={failure} again={again} />;
  if (data === null) return <Reading what="the timeline" />;
  const { interval, timeline } = data;
  // Too far apart to be drawn to scale: only those with statements, which their names tell.
  const bars = data.bars ?? [...timeline.items].reverse();
  const ticks = ticksOf(bars, interval);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Over time</h2>
      {bars.length === 0 ? (
        <p class="empty">Nothing that is stored now is attributed to this speaker.</p>
      ) : (
        <>
          <p class="field interval">
            <label for="interval">A bar for each</label>
            <select
              id="interval"
              value={interval}
              onChange={(event) => {
                choose(null);
                setAsked(event.currentTarget.value as Interval);
              }}
            >
              {INTERVALS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </p>
          <ol class="bars" ref={list} tabIndex={0} aria-labelledby="timeline">
            {bars.map((bar, i) => (
              <li key={bar.start}>
                {bar.count === 0 ? (
                  <span class="bar">
                    <span class="visually-hidden">
                      {intervalName(bar.start, interval)}: no statement
                    </span>
                  </span>
                ) : (
                  <button
                    type="button"
                    class="bar"
                    title={intervalName(bar.start, interval)}
                    aria-label={`${intervalName(bar.start, interval)}: ${counted(bar.count, 'statement')}`}
                    aria-pressed={bar.start === from}
                    onClick={() => choose(bar.start === from ? null : bar)}
                  >
                    <span class="number">{bar.count}</span>
                    <Column share={bar.count / most} />
                  </button>
                )}
                <span class="tick" aria-hidden="true">
                  {ticks[i]}
                </span>
              </li>
            ))}
          </ol>
          {(timeline.nextCursor !== null || data.bars === null || ofAllPublications) && (
            <p class="quiet">
              {ofAllPublications && 'The bars are of all publications. '}
              {timeline.nextCursor !== null && `Only the latest ${LIMIT} with statements. `}
              {data.bars === null && 'Intervals without statements are left out.'}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A full column's height in pixels. */
const TALL = 120;

/** Drawn with attributes of its own: the page's policy allows no styles that a script writes into markup. */
function Column({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 1 1"
      height={Math.max(3, share * TALL)}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="1" height="1" />
    </svg>
  );
}
