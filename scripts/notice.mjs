// Carries the libraries in the page's script, as its build found them, into NOTICE: `npm run notice`, after the
// dependencies have changed. A test fails where that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const HEADING = '\n\nIn the script of the page for readers:\n\n';

const [own] = readFileSync(file('NOTICE'), 'utf8').split(HEADING);
const libraries = readFileSync(file('dist/web/libraries.txt'), 'utf8');
writeFileSync(file('NOTICE'), `${own.trimEnd()}${HEADING}${libraries}`);
