// Speaker: the names and roles somebody is given, what they said, and who printed it.

import type { Schemas } from './api';
import { client, dataOf } from './api';
import { useLoad } from './load';
import { FailureNotice, Reading } from './notices';
import { useTitle } from './router';
import { MoreStatements } from './search';
import { counted } from './words';

export function SpeakerPage({ id }: { id: string }) {
  const path = { speakerId: id };
  const { data, failure, again } = useLoad(id, async (signal) => {
    const [speaker, statements] = await Promise.all([
      dataOf(client.GET('/v1/speakers/{speakerId}', { params: { path }, signal })),
      dataOf(
        client.GET('/v1/speakers/{speakerId}/statements', {
          params: { path, query: { limit: 50 } },
          signal,
        }),
      ),
    ]);
    return { speaker, statements };
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
  const { speaker, statements } = data;
  return (
    <>
      <h1>{speaker.name}</h1>
      <dl class="about">
        <dt>Kind</dt>
        <dd>{speaker.type}</dd>
        {speaker.aliases.length > 0 && (
          <>
            <dt>Also called</dt>
            <dd>{speaker.aliases.join(', ')}</dd>
          </>
        )}
        {speaker.roles.length > 0 && (
          <>
            <dt>Roles</dt>
            <dd>{speaker.roles.join('; ')}</dd>
          </>
        )}
        <dt>Said</dt>
        <dd>
          {counted(speaker.statementCount, 'statement')} in{' '}
          {counted(speaker.articleCount, 'article')} ·{' '}
          <a href={`/?speaker=${encodeURIComponent(speaker.name)}`}>search in them</a>
        </dd>
        <Publications list={statements} />
      </dl>
      <h2>Statements</h2>
      {statements.items.length === 0 ? (
        <p class="empty">Nothing that is stored now is attributed to this speaker.</p>
      ) : (
        <MoreStatements
          first={statements}
          next={(cursor) =>
            dataOf(
              client.GET('/v1/speakers/{speakerId}/statements', {
                params: { path, query: { limit: 50, cursor } },
              }),
            )
          }
        />
      )}
    </>
  );
}

/** Who printed them, most often first: among the newest where there are more than one page. */
function Publications({ list }: { list: Schemas['StatementList'] }) {
  const counts = new Map<string, number>();
  for (const { article } of list.items) {
    if (article.publication === null) continue;
    counts.set(article.publication, (counts.get(article.publication) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const printed = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    <>
      <dt>Printed by</dt>
      <dd>
        {printed.map(([name, count]) => `${name} (${count})`).join(', ')}
        {list.nextCursor !== null && `, of the newest ${list.items.length}`}
      </dd>
    </>
  );
}
