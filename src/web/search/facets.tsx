// How what was found divides: values with their counts, each a button that narrows the search to it, or takes that back.

import { useState } from 'preact/hooks';

import type { Schemas } from '../api';
import type { FilterName, Query } from './query';
import { FILTERS, without } from './query';

type Values = Schemas['FacetValues'];

const FEW = 5;

export interface Narrowing {
  query: Query;
  change: (part: Query) => void;
  facets: Schemas['Facets'] | null;
}

/** The values of one filter; nothing where there are none. */
export function FacetGroup(props: Narrowing & { name: FilterName & keyof Schemas['Facets'] }) {
  const { query, change, facets, name } = props;
  const [all, setAll] = useState(false);
  const values: Values = (facets?.[name] as Values | undefined) ?? [];
  const filter = FILTERS.find((one) => one.name === name);
  if (filter === undefined || values.length === 0) return null;
  const shown = all ? values : values.slice(0, FEW);
  return (
    <>
      <ul class="values" aria-label={filter.label}>
        {shown.map(({ value, label, count }) => {
          const on = isChosen(query, name, value, label);
          return (
            <li key={value}>
              <button
                type="button"
                aria-pressed={on}
                onClick={() => change(on ? without(query, name) : chosen(name, value, label))}
              >
                <span>
                  {name === 'speaker' || name === 'topic' ? label : filter.word(value, {})}
                </span>{' '}
                <span class="n">{count.toLocaleString('en-GB')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {values.length > FEW && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${values.length - FEW} more`}
        </button>
      )}
    </>
  );
}

/** Years, each of which stands for its first and last day. */
export function Years({ query, change, facets }: Narrowing) {
  const values = [...(facets?.year ?? [])].sort((a, b) => b.value.localeCompare(a.value));
  if (values.length === 0) return null;
  return (
    <ul class="values" aria-label="Year">
      {values.map(({ value, count }) => {
        const from = `${value}-01-01`;
        const to = `${Number(value) + 1}-01-01`;
        const on = query.from === from && query.to === to;
        return (
          <li key={value}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => change(on ? { from: undefined, to: undefined } : { from, to })}
            >
              <span>{value}</span> <span class="n">{count.toLocaleString('en-GB')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function isChosen(query: Query, name: FilterName, value: string, label: string): boolean {
  const is = query[name]?.toLowerCase();
  return is === value.toLowerCase() || (name === 'speaker' && is === label.toLowerCase());
}

function chosen(name: FilterName, value: string, label: string): Query {
  if (name === 'speaker') return { speaker: value, speakerName: label };
  if (name === 'topic') return { topic: value, topicLabel: label };
  return { [name]: value };
}
