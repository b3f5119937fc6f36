// The tree of topics to choose from: read when it is opened, and used like any tree, by arrow keys, letters and Enter.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import type { NamedTopic } from './suggest';
import type { TreeRow } from './treeRows';
import { moved, pathTo, rowsOf } from './treeRows';

type Topic = Schemas['Topic'];
const PAGE = 100;

/** All topics that have statements, broader ones first. */
async function readTopics(signal: AbortSignal): Promise<Topic[]> {
  const topics: Topic[] = [];
  let cursor: string | null = null;
  do {
    const query = { used: true, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: Schemas['TopicList'] = await dataOf(
      client.GET('/v1/topics', { params: { query }, signal }),
    );
    topics.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return topics;
}

interface Props {
  chosen: string | undefined;
  choose: (topic: NamedTopic) => void;
}

export function TopicTree(props: Props) {
  const topics = useLoad('topics', readTopics);
  if (topics.failure !== null)
    return <FailureNotice failure={topics.failure} again={topics.again} />;
  if (topics.data === null) return <Reading what="the topics" />;
  if (topics.data.length === 0) {
    return <p class="quiet">No statement has a topic yet; they come with the articles.</p>;
  }
  return <Tree topics={topics.data} {...props} />;
}

function Tree({ topics, chosen, choose }: Props & { topics: readonly Topic[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(pathTo(topics, chosen)));
  const rows = rowsOf(topics, open);
  const [active, setActive] = useState(chosen ?? rows[0]?.topic.id ?? '');
  const tree = useRef<HTMLUListElement>(null);
  const moving = useRef(false);
  // Wherever the tree was left, if that is still to be seen.
  const stop = rows.some(({ topic }) => topic.id === active) ? active : rows[0]?.topic.id;
  useEffect(() => {
    if (moving.current) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moving.current = false;
  }, [stop]);

  const toggle = ({ topic: { id } }: TreeRow, opened: boolean) => {
    const next = new Set(open);
    if (opened) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const onKey = (event: KeyboardEvent) => {
    const row = rows.find(({ topic }) => topic.id === stop);
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(row.topic);
    else if (event.key === 'ArrowRight' && row.expanded === false) toggle(row, true);
    else if (event.key === 'ArrowLeft' && row.expanded === true) toggle(row, false);
    else {
      const to = moved(rows, row, event.key);
      if (to === undefined) return;
      moving.current = to.topic.id !== stop;
      setActive(to.topic.id);
    }
    event.preventDefault();
  };
  return (
    <ul role="tree" aria-label="Topics" class="tree" ref={tree} onKeyDown={onKey}>
      {rows.map((row) => (
        <li
          key={row.topic.id}
          role="treeitem"
          class={`level-${row.topic.depth}`}
          aria-level={row.topic.depth}
          aria-setsize={row.size}
          aria-posinset={row.place}
          aria-selected={row.topic.id === chosen}
          {...(row.expanded === null ? {} : { 'aria-expanded': row.expanded })}
          tabIndex={row.topic.id === stop ? 0 : -1}
          onFocus={() => setActive(row.topic.id)}
          onClick={() => choose(row.topic)}
        >
          <span
            class="twisty"
            aria-hidden="true"
            onClick={(event) => {
              if (row.expanded === null) return;
              event.stopPropagation();
              toggle(row, !row.expanded);
            }}
          />
          <span>{row.topic.label}</span>{' '}
          <span class="n">{row.topic.statementCount.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  );
}
