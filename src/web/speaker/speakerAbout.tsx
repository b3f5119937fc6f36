// Who a speaker is: the names they go by, and their roles with the dates of the articles that print them.

import type { Schemas } from '../api';
import { counted, day } from '../words';
import { rolesOf } from './naming';

export function SpeakerAbout({ speaker }: { speaker: Schemas['Speaker'] }) {
  const roles = rolesOf(speaker.roleHistory);
  return (
    <dl class="about">
      <dt>Kind</dt>
      <dd>{speaker.type}</dd>
      {speaker.aliases.length > 0 && (
        <>
          <dt>Also called</dt>
          <dd>{speaker.aliases.join('; ')}</dd>
        </>
      )}
      {roles.length > 0 && (
        <>
          <dt>Roles</dt>
          <dd>
            <ul class="roles">
              {roles.map((one) => (
                <li key={one.role}>
                  {one.role}{' '}
                  <span class="quiet">
                    {span(one.firstSeen, one.lastSeen)} · {counted(one.articleCount, 'article')}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {speaker.sameAs.length > 0 && (
        <>
          <dt>Elsewhere</dt>
          <dd>
            {speaker.sameAs.map((uri) => (
              <div key={uri}>
                <a href={uri} rel="noreferrer noopener" data-leave>
                  {uri}
                </a>
              </div>
            ))}
          </dd>
        </>
      )}
      <dt>Said</dt>
      <dd>
        {counted(speaker.statementCount, 'statement')} in {counted(speaker.articleCount, 'article')}{' '}
        · <a href={`/?speaker=${encodeURIComponent(speaker.name)}`}>search in them</a>
      </dd>
    </dl>
  );
}

const span = (first: string, last: string): string =>
  day(first) === day(last) ? day(first) : `${day(first)} to ${day(last)}`;
