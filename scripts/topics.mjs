// The topic figures of the score card: sections of BBC dev, F1 by level on the annotated articles, statements judged by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Topics under which one of the first two must lie. */
const SECTIONS = {
  business: ['04000000'],
  entertainment: ['01000000', '20000304'],
  politics: ['11000000'],
  sport: ['15000000'],
  tech: ['13000000', '20000225', '20001258', '20000304'],
};
export const TITLE = 'Topics';

const FIXTURES = join('tests', 'fixtures', 'topics');
/** Nothing to look at but the words of the article itself. */
const NO_STATEMENTS = { engine: { name: 'none', version: '0' }, speakers: [], statements: [] };

const require = createRequire(import.meta.url);

/** The section of the score card. */
export function topicSection(figures) {
  const rows = Object.entries(figures).map(
    ([name, figure]) => `| ${name} | ${figure.toFixed(1)} |`,
  );
  return `## ${TITLE}

One of the first two topics lies under the section of the article (1,017 British articles, a careful reader: 97.5); F1 against the
topics that people gave to 15 of them (two readers: 93 at level 1, 90 down to level 2); and two sets read for choosing the method.
How, and what was tried: [topics.md](topics.md).

| figure | % |
| --- | --- |
${rows.join('\n')}
`;
}

/** Figures by name, in %. Needs dist/ and the corpora. */
export async function measureTopics(shared) {
  const corpus = (name) => join(shared, 'corpora', `${name}.jsonl`);
  const names = ['bbc/dev', 'bbc/gold-dev', 'polnear/dev', 'wikinews/dev'];
  const { assignTopics } = require(resolve('dist/topics'));
  const { topics } = require(resolve('dist/topics/loadVocabulary')).loadVocabulary();
  const [sectioned, annotated, ...others] = names.map((name) => jsonLines(corpus(name)));
  const articles = new Map([...sectioned, ...others.flat()].map((one) => [one.id, one]));

  const given = (text) => assignTopics(text, NO_STATEMENTS).article.map(({ id }) => id);
  const inSection = sectioned.filter(({ text, category }) =>
    given(text)
      .slice(0, 2)
      .some((id) => lineage(id).some((wider) => SECTIONS[category].includes(wider))),
  );
  const pairs = (golds) => golds.map((gold) => [gold.topics, given(gold.text)]);
  const read = rows('articles.tsv').map(([id, ids]) => ({
    topics: ids.split(' '),
    text: articles.get(id).text,
  }));
  return {
    sections: percent(inSection.length, sectioned.length),
    'F1 at level 1': f1(pairs(annotated), 1),
    'F1 down to level 2': f1(pairs(annotated), 2),
    'F1 at level 1, 100 articles read for choosing': f1(pairs(read), 1),
    'F1 down to level 2, 100 articles read for choosing': f1(pairs(read), 2),
    'statements whose first topic is right': await judgedStatements(),
  };

  /** A topic and all wider ones. */
  function lineage(id) {
    const topic = topics.get(id);
    return topic === undefined ? [] : [id, ...lineage(topic.parent ?? '')];
  }

  /** Gold and given topics are each taken to their wider topics of the first so many levels. */
  function f1(judged, deepest) {
    const view = (id) => lineage(id).filter((wider) => topics.get(wider).depth <= deepest);
    let [right, all] = [0, 0];
    for (const [gold, found] of judged) {
      const [g, p] = [new Set(gold.flatMap(view)), new Set(found.flatMap(view))];
      right += [...p].filter((id) => g.has(id)).length;
      all += g.size + p.size;
    }
    return percent(2 * right, all);
  }

  async function judgedStatements() {
    const { createTagger } = require(resolve('dist/tagging'));
    const { extract } = require(resolve('dist/extraction'));
    const tagger = await createTagger({ modelDir: 'models' });
    let right = 0;
    const judged = rows('statements.tsv');
    for (const [, id, start, end, accepted] of judged) {
      const { text } = articles.get(id);
      const extraction = await extract(text, { tagger });
      const at = nearest(extraction.statements, Number(start), Number(end));
      const first = assignTopics(text, extraction).statements[at]?.[0]?.id;
      const wanted = accepted.split(' ').filter((topic) => topic !== '');
      const fits = (topic) => lineage(topic).includes(first) || lineage(first).includes(topic);
      if (first === undefined ? wanted.length === 0 : wanted.some(fits)) right += 1;
    }
    await tagger.close();
    return percent(right, judged.length);
  }
}

/** The statement whose content overlaps a place most: a newer engine may draw borders elsewhere. */
function nearest(statements, start, end) {
  const overlap = ({ content }) =>
    content.reduce(
      (sum, s) => sum + Math.max(0, Math.min(s.end, end) - Math.max(s.start, start)),
      0,
    );
  const shares = statements.map(overlap);
  return shares.indexOf(Math.max(...shares));
}

function rows(name) {
  return readFileSync(join(FIXTURES, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function jsonLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

function percent(part, whole) {
  return Math.round((1000 * part) / whole) / 10;
}
