// Lineage records → the contract's Lineage and LineageSummary.

import type { LineageRecord, LineageSummaryRecord, OccurrenceRecord } from '../../storage/records';
import type { components } from '../contract';
import { presentChanges, presentDiff } from './differences';
import { presentStatement } from './statement';

type Schemas = components['schemas'];

export function presentLineage(lineage: LineageRecord): Schemas['Lineage'] {
  return {
    id: lineage.id,
    counts: { ...lineage.counts },
    firstDate: lineage.firstDate.toISOString(),
    lastDate: lineage.lastDate.toISOString(),
    occurrences: lineage.occurrences.map(presentOccurrence),
  };
}

function presentOccurrence(occurrence: OccurrenceRecord): Schemas['Occurrence'] {
  const { statement, departure, copyOf } = occurrence;
  return {
    statement: presentStatement(statement),
    kind: departure?.kind ?? 'earliest',
    similarity: departure?.similarity ?? 1,
    diff: departure === null || departure.kind === 'same' ? [] : presentDiff(departure.diff),
    changes: presentChanges(departure?.changes ?? []),
    inWireCopy: copyOf !== null,
    copyOf,
  };
}

export function presentLineageSummary(lineage: LineageSummaryRecord): Schemas['LineageSummary'] {
  return {
    id: lineage.id,
    counts: { ...lineage.counts },
    firstDate: lineage.firstDate.toISOString(),
    lastDate: lineage.lastDate.toISOString(),
    earliest: presentStatement(lineage.earliest),
    links: { lineage: `/v1/statements/${lineage.earliest.id}/lineage` },
  };
}
