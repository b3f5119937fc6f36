// Statement: everything known of one, and how to cite it.

import { useEffect } from 'preact/hooks';

import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { useTitle } from '../router';
import { shown } from '../words';
import { Cite } from './cite';
import { Lineage } from './lineage';
import { StatementFacts } from './statementFacts';
import { StatementItem } from './statementItem';
import { MoreFacts, OtherReadings, StatementHistory } from './statementMore';

export function StatementPage({ id }: { id: string }) {
  const { data, failure, again } = useLoad(id, async (signal) =>
    dataOf(
      client.GET('/v1/statements/{statementId}', { params: { path: { statementId: id } }, signal }),
    ),
  );
  useTitle(data === null ? 'Statement' : shown(data).slice(0, 60));
  const read = data !== null;
  useEffect(() => {
    // A link into the page ("#lineage") is followed once there is something to go to.
    if (read && location.hash !== '')
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [read]);
  if (failure !== null) {
    return (
      <>
        <h1>Statement</h1>
        <FailureNotice failure={failure} again={again} />
      </>
    );
  }
  if (data === null) return <Reading what="the statement" />;
  return (
    <div class="profile">
      <div class="one head">
        <h1 class="visually-hidden">Statement</h1>
        <StatementItem statement={data} />
        <h2>In its sentence</h2>
        <p class="sentence">{data.sentence.exact}</p>
        <p>
          <a href={`/articles/${data.article.id}?statement=${id}`}>Read it in the article</a>
        </p>
        <h2>What is known</h2>
        <StatementFacts statement={data} withWords={false}>
          <MoreFacts statement={data} />
        </StatementFacts>
        <OtherReadings statement={data} />
        <StatementHistory statement={data} />
        <Lineage id={id} />
      </div>
      <Cite id={id} url={data.article.url} />
    </div>
  );
}
