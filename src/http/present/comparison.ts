// A comparison of publications → the contract's.

import type { SpeakerRecord } from '../../storage/records';
import type { Comparison, Occasion } from '../../storage/store';
import type { components } from '../contract';
import { presentSpeaker } from './speaker';
import { presentStatement } from './statement';

type Schemas = components['schemas'];

export function presentComparison(
  { complete, compared, occasions }: Comparison,
  speakers: readonly SpeakerRecord[],
  publications: readonly string[],
): Schemas['Comparison'] {
  return {
    speakers: speakers.map(presentSpeaker),
    publications: [...publications],
    complete,
    compared,
    occasions: occasions.map(presentOccasion),
  };
}

function presentOccasion({ from, to, heldBy, printed, alike }: Occasion): Schemas['Occasion'] {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    heldBy,
    printed: printed.map(({ publication, statements }) => {
      return { publication, statements: statements.map(presentStatement) };
    }),
    alike: alike.map((ids) => [...ids]),
  };
}
