// Timeline entries → the contract's, with a way to all statements of each.

import type { TimelineEntry } from '../../storage/store';
import type { components } from '../contract';
import { presentStatement } from './statement';

export function presentTimelineEntry(
  { start, end, count, statements }: TimelineEntry,
  speakerId: string,
  topic: string | undefined,
): components['schemas']['Timeline']['items'][number] {
  const [from, to] = [start.toISOString(), end.toISOString()];
  const query = new URLSearchParams({ ...(topic === undefined ? {} : { topic }), from, to });
  return {
    start: from,
    end: to,
    count,
    statements: statements.map(presentStatement),
    links: { statements: `/v1/speakers/${speakerId}/statements?${query.toString()}` },
  };
}
