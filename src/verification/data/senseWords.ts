// Words whose change turns the sense of a quotation: numbers and negations.

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Numbers in words with their values; "twenty-five" is two of them. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, tens) => [word, (tens + 2) * 10] as const),
  ...(
    [
      ['dozen', 12],
      ['dozens', 12],
      ['hundred', 100],
      ['hundreds', 100],
      ['thousand', 1000],
      ['thousands', 1000],
      ['million', 1e6],
      ['millions', 1e6],
      ['billion', 1e9],
      ['billions', 1e9],
      ['trillion', 1e12],
      ['trillions', 1e12],
      ['half', 0.5],
      ['quarter', 0.25],
      ['third', 3],
      ['first', 1],
      ['second', 2],
      ['twice', 2],
      ['double', 2],
    ] as const
  ).map(([word, value]) => [word, value] as const),
]);

/** "not", "never"; every word in n't is one as well. */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'neither',
  'nor',
  'cannot',
  'without',
  'hardly',
  'barely',
  'scarcely',
  'unlikely',
]);
