// All ways of citing, in the order in which they are offered.

import type { Format } from '../types';
import { annotation } from './annotation';
import { bibtex } from './bibtex';
import { cslJson } from './cslJson';
import { jsonLd } from './jsonLd';
import { link } from './link';
import { ris } from './ris';
import { apa, chicago, mla } from './styled';

export const FORMATS: readonly Format[] = [
  jsonLd,
  annotation,
  cslJson,
  bibtex,
  ris,
  apa,
  mla,
  chicago,
  link,
];
