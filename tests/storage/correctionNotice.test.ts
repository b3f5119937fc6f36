// Lines by which newsrooms admit a change, and lines that look like them.

import { findNotice, newNotice, titleAdmits } from '../../src/storage/saving/correctionNotice';

test.each([
  'Correction: an earlier count of the dead was wrong.',
  'CORRECTION (5 May 2026): The mayor’s name is Ana Ruiz.',
  'Clarification — the figure is for one year.',
  "Editor's note: this interview was shortened.",
  'This article was amended on 5 May 2026 to correct the cost of the bridge.',
  'This story has been updated with a comment by the ministry.',
  'An earlier version of this article misspelled the name of the river.',
  'The report gave a wrong date. We regret the error.',
  '(Corrects spelling of name in paragraph 3)',
  'This version corrects the spelling of the mayor’s name.',
  'Because of an editing error, an article on Monday misstated the cost.',
  'A correction was made on May 5, 2026, to the cost of the bridge.',
  'Updated at 5.30 p.m. with a comment by the ministry',
  'Last updated May 5, 2026',
  'This article originally stated that the bridge cost 40 million.',
])('%s', (notice) => {
  const text = `The bridge will open in May.\n\n${notice}\n\nIt has two lanes.`;
  const found = findNotice(text);
  expect(found?.exact).toBe(notice);
  expect(text.slice(found?.start, found?.end)).toBe(notice);
});

test.each([
  'The correction of the accounts took a year.',
  'Prices saw a correction: shares fell by a tenth.',
  'The mayor said that the report had been updated.',
  'He updated reporters on the talks.',
  'Updated figures show that 40 people died.',
  'Corrected for inflation, it cost 60 million.',
  'The council (which corrects the accounts) met on Monday.',
  'The talks were originally planned for May.',
])('not: %s', (line) => {
  expect(findNotice(`The bridge will open in May.\n\n${line}`)).toBeNull();
});

test('an old notice does not cover a new change', () => {
  const once = 'It cost 45 million.\n\nCorrection: not 40 million.';
  expect(newNotice('It cost 40 million.', once)?.exact).toBe('Correction: not 40 million.');
  expect(newNotice(once, `${once}\n\nIt opens in June.`)).toBeNull();
});

test('a new notice below an old one is the notice', () => {
  const once = 'It cost 45 million.\n\nCorrection: not 40 million.';
  const twice = `${once.replace('45', '47')}\n\nCorrection (6 May): nor 45 million.`;
  expect(newNotice(once, twice)?.exact).toBe('Correction (6 May): nor 45 million.');
});

test.each<[before: string | null, after: string | null, admits: boolean]>([
  ['Mayor opens bridge', 'CORRECTED-Mayor opens bridge', true],
  ['UPDATE 1-Mayor opens bridge', 'UPDATE 2-Mayor opens bridge', true],
  [null, 'Correction: Bridge story', true],
  ['Mayor opens bridge', 'Mayor opens bridge (corrected)', true],
  ['CORRECTED-Mayor opens bridge', 'CORRECTED-Mayor opens the bridge', false],
  ['Mayor opens bridge', 'Correction officers strike', false],
  ['Mayor opens bridge', 'Update-shy users wait', false],
  ['Mayor opens bridge', null, false],
])('headline %j → %j: %s', (before, after, admits) => {
  expect(titleAdmits(before, after)).toBe(admits);
});
