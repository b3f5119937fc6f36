// Lines by which newsrooms admit a change, and lines that look like them.

import { findNotice, newNotice } from '../../src/storage/saving/correctionNotice';

test.each([
  'Correction: an earlier count of the dead was wrong.',
  'CORRECTION (5 May 2026): The mayor’s name is Ana Ruiz.',
  'Clarification — the figure is for one year.',
  "Editor's note: this interview was shortened.",
  'This article was amended on 5 May 2026 to correct the cost of the bridge.',
  'This story has been updated with a comment by the ministry.',
  'An earlier version of this article misspelled the name of the river.',
  'The report gave a wrong date. We regret the error.',
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
])('not: %s', (line) => {
  expect(findNotice(`The bridge will open in May.\n\n${line}`)).toBeNull();
});

test('an old notice does not cover a new change', () => {
  const once = 'It cost 45 million.\n\nCorrection: not 40 million.';
  expect(newNotice('It cost 40 million.', once)?.exact).toBe('Correction: not 40 million.');
  expect(newNotice(once, `${once}\n\nIt opens in June.`)).toBeNull();
});
