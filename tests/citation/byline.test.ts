// Bylines as printed, and the names that citation styles get.

import { namesOf } from '../../src/citation/byline';

const person = (given: string, family: string) => ({ given, family });

test.each([
  ['Nadia Perrault', [person('Nadia', 'Perrault')]],
  ['By Nadia Perrault', [person('Nadia', 'Perrault')]],
  ['Nadia Perrault, Political Editor', [person('Nadia', 'Perrault')]],
  [
    'Priya Lockwood, Tom Ellery and Ben Sarratt',
    [person('Priya', 'Lockwood'), person('Tom', 'Ellery'), person('Ben', 'Sarratt')],
  ],
  ['Tom Ellery & J. K. Oyelaran', [person('Tom', 'Ellery'), person('J. K.', 'Oyelaran')]],
  [
    'Hanneke van der Vos',
    [{ given: 'Hanneke', family: 'Vos', 'non-dropping-particle': 'van der' }],
  ],
  ['Herald staff and Sample Wire', [{ literal: 'Herald staff' }, { literal: 'Sample Wire' }]],
  ['Reuters', [{ literal: 'Reuters' }]],
  ['  Miriam\n O’Dowd ', [person('Miriam', 'O’Dowd')]],
  ['by our own correspondent', [{ literal: 'our own correspondent' }]],
  ['', []],
])('%j', (byline, names) => {
  expect(namesOf(byline)).toEqual(names);
});

test('no byline, nobody', () => {
  expect(namesOf(null)).toEqual([]);
});
