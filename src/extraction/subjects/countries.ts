// "the US", "America", "U.S.": names of a country or body of countries that mean the same wherever they are printed.

const COUNTRIES: readonly (readonly [name: string, called: string])[] = [
  ['United States', 'us|usa|america|united states|united states of america'],
  ['United Kingdom', 'uk|britain|great britain|united kingdom'],
  ['European Union', 'eu|european union'],
  ['United Nations', 'un|united nations'],
  ['United Arab Emirates', 'uae|united arab emirates|emirates'],
  ['Netherlands', 'netherlands|holland'],
  ['Myanmar', 'myanmar|burma'],
  ['Czech Republic', 'czech republic|czechia'],
  [
    'Democratic Republic of Congo',
    'drc|democratic republic of congo|democratic republic of the congo',
  ],
  ['South Korea', 'south korea|republic of korea'],
  ['Saudi Arabia', 'saudi arabia|kingdom of saudi arabia'],
  ['Ivory Coast', 'ivory coast'],
];

const NAMES = new Map(
  COUNTRIES.flatMap(([name, called]) => called.split('|').map((words) => [words, name] as const)),
);

/** The usual name of the country that these words (lower case, no stops) mean; null for all others. */
export function countryCalled(words: readonly string[]): string | null {
  return NAMES.get(words.join(' ')) ?? null;
}
