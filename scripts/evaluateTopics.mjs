// Measures topics: the section of each BBC dev article by its first two topics, F1 of the topics of BBC gold-dev by level,
// and the time that it takes. With --errors it also lists the articles (ids and topics, no texts) that came out wrong.
// The corpora may not be passed on, so they lie beside the repository (CORPORA, by default ../shared).
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SKIPPED = 77;
/** Topics under which one of the first two must lie. */
const SECTIONS = {
  business: ['04000000'],
  entertainment: ['01000000', '20000304'],
  politics: ['11000000'],
  sport: ['15000000'],
  tech: ['13000000', '20000225', '20001258', '20000304'],
};
/** Nothing to look at but the words of the article itself: statements have their own table (tests/fixtures/topics). */
const NO_STATEMENTS = { engine: { name: 'none', version: '0' }, speakers: [], statements: [] };

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const shared = resolve(process.env.CORPORA ?? '../shared');
const sectioned = join(shared, 'corpora', 'bbc', 'dev.jsonl');
const annotated = join(shared, 'corpora', 'bbc', 'gold-dev.jsonl');
const missing = [sectioned, annotated].filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`Skipped: ${missing.join(', ')} cannot be found.`);
  process.exit(SKIPPED);
}

const require = createRequire(import.meta.url);
const { assignTopics } = require(resolve('dist/topics'));
const { topics } = require(resolve('dist/topics/loadVocabulary')).loadVocabulary();
const showErrors = process.argv.includes('--errors');

sections(articles(sectioned));
byLevel(articles(annotated));

function sections(corpus) {
  const tally = Object.fromEntries(Object.keys(SECTIONS).map((name) => [name, [0, 0]]));
  const start = performance.now();
  const assigned = corpus.map(({ text }) => assignTopics(text, NO_STATEMENTS).article);
  const took = performance.now() - start;
  corpus.forEach((article, i) => {
    const right = assigned[i]
      .slice(0, 2)
      .some(({ id }) => lineage(id).some((topic) => SECTIONS[article.category].includes(topic)));
    tally[article.category][0] += right ? 1 : 0;
    tally[article.category][1] += 1;
    if (!right && showErrors) console.log(`${article.id}: ${printed(assigned[i])}`);
  });
  for (const [name, [right, all]] of Object.entries(tally)) line(`Section ${name}`, right / all);
  const sum = (place) => Object.values(tally).reduce((total, counts) => total + counts[place], 0);
  line('Sections, all', sum(0) / sum(1));
  const topicCount = assigned.reduce((total, { length }) => total + length, 0);
  console.log(`Topics an article${(topicCount / corpus.length).toFixed(2).padStart(14)}`);
  console.log(`ms an article${(took / corpus.length).toFixed(2).padStart(18)}`);
}

/** Gold and given topics are each taken to their wider topic of a level; those above it stay out. */
function byLevel(corpus) {
  const pairs = corpus.map((article) => {
    const given = assignTopics(article.text, NO_STATEMENTS).article;
    if (showErrors) {
      const gold = printed(article.topics.map((id) => ({ id })));
      console.log(`${article.id}: ${printed(given)} | gold ${gold}`);
    }
    return [article.topics, given.map(({ id }) => id)];
  });
  for (const level of [1, 2, 3]) {
    score(`F1 at level ${level}`, pairs, (id) =>
      lineage(id).filter((topic) => depth(topic) === level),
    );
  }
  score('F1 down to level 2', pairs, (id) => lineage(id).filter((topic) => depth(topic) <= 2));
  score('F1 of exact topics', pairs, (id) => [id]);
}

function score(name, pairs, view) {
  let [right, gold, given] = [0, 0, 0];
  for (const [goldIds, givenIds] of pairs) {
    const [g, p] = [new Set(goldIds.flatMap(view)), new Set(givenIds.flatMap(view))];
    right += [...p].filter((id) => g.has(id)).length;
    gold += g.size;
    given += p.size;
  }
  const detail = `  precision ${percent(right / given)}, recall ${percent(right / gold)}`;
  line(name, (2 * right) / (gold + given), detail);
}

/** A topic and all wider ones. */
function lineage(id) {
  const topic = topics.get(id);
  return topic === undefined ? [] : [id, ...lineage(topic.parent ?? '')];
}

function depth(id) {
  return topics.get(id).depth;
}

function printed(scores) {
  return scores
    .map(({ id, confidence = '' }) => `${topics.get(id)?.label ?? id} ${confidence}`.trim())
    .join('; ');
}

function line(name, share, detail = '') {
  console.log(`${name.padEnd(24)}${percent(share).padStart(7)}${detail}`);
}

function percent(share) {
  return (share * 100).toFixed(1);
}

function articles(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row));
}
