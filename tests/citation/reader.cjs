// Reads BibTeX or RIS from standard input with citation-js's parsers and prints CSL-JSON. A process of its own, since
// jest cannot load what citation-js requires.

const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const text = require('node:fs').readFileSync(0, 'utf8');
// The type stops it from guessing, and from following addresses.
const { data } = new Cite(text, { forceType: process.argv[2], generateGraph: false });
console.log(JSON.stringify(data));
