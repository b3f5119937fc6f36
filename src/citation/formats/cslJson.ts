// CSL-JSON, which Zotero, Pandoc and every citation processor read: always an array.

import type { Citable, CslItem, Format } from '../types';
import { noteOf, workOf } from '../work';

export const cslJson: Format = {
  name: 'csl-json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  needsText: false,
  one: (statement) => JSON.stringify([itemOf(statement)]),
  many: (statements) => JSON.stringify(statements.map(itemOf)),
};

/** The statement goes into `annote`, which styles do not print and reference managers keep. */
function itemOf(statement: Citable): CslItem {
  return { ...workOf(statement), annote: noteOf(statement) };
}
