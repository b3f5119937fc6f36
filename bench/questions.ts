// What bench:search asks: every documented kind of question, with the plain SQL that asks the same, and combinations at random.

import type { Client } from 'pg';

import type { Generated } from './data/generate';

/** Combinations of everything, of which a fifth go back in time. */
const COMBINATIONS = 400;

/** Query parameters, or a whole path with them. */
type Question = string;
export interface Kind {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly plain?: readonly { readonly text: string; readonly values: readonly unknown[] }[];
}

const COMMON = ['council', 'bridge', 'government', 'people', 'year', 'plan', 'water', 'city'];
const SELDOM = ['storm', 'flood', 'museum', 'festival', 'satellite', 'forest', 'hospital', 'union'];
const SMALL = ['"of the council not"', '"to be that for"', '"in the is of"', '"will not be the"'];

/** Words and statements that the store has. */
export interface Words {
  readonly rare: readonly string[];
  readonly phrases: readonly string[];
  /** Statements of the largest lineages. */
  readonly lineages: readonly string[];
}

export async function wordsOf(client: Client): Promise<Words> {
  const { rows } = await client.query<{ content: string }>(
    `SELECT content FROM statement TABLESAMPLE SYSTEM (0.1) REPEATABLE (1) LIMIT 60`,
  );
  const repeated = await client.query<{ id: string }>(
    `SELECT (SELECT m.statement_id FROM lineage_member m WHERE m.lineage_id = l.id LIMIT 1) AS id
     FROM lineage l ORDER BY l.publication_count DESC, l.statement_count DESC, l.id DESC LIMIT 20`,
  );
  const words = rows.map(({ content }) => content.split(' '));
  return {
    // Every statement has one made-up word in the same place.
    rare: words.map((all) => all[14] ?? ''),
    phrases: words.map((all, i) => `"${all.slice(i % 10, (i % 10) + 3).join(' ')}"`),
    lineages: repeated.rows.map(({ id }) => id),
  };
}

export function kindsOf(
  { speakers, topics, subjects, articles, publications, rareSpeaker, rareSubject }: Generated,
  { rare, phrases, lineages }: Words,
): Kind[] {
  const q = (words: readonly string[], more = '') =>
    words.map((word) => `q=${encodeURIComponent(word)}${more}`);
  const two = COMMON.map((word, i) => `${word} ${SELDOM[i]}`);
  const each = (values: readonly string[], make: (value: string, i: number) => string) =>
    values.map(make);
  const speaker = each(speakers, (id) => `speaker=${id}`);
  const topic = each(topics, (id) => `topic=${id}`);
  const crossed = (left: readonly string[], right: readonly string[]) =>
    left.map((one, i) => `${one}&${right[i % right.length]}`);
  const plain = (words: readonly string[], order: string, where = '') =>
    words.map((word) => ({
      text: `SELECT s.* FROM statement s JOIN article a ON a.id = s.article_id
        WHERE s.live AND s.search @@ websearch_to_tsquery('public.verbatim', $1) ${where} ORDER BY ${order} LIMIT 21`,
      values: [word],
    }));
  const ranked = `ts_rank_cd(s.search, websearch_to_tsquery('public.verbatim', $1)) DESC, s.date DESC, s.id DESC`;
  const dated = 's.date DESC, s.id DESC';
  const byWords = Object.entries({
    'common words': COMMON,
    'two words': two,
    phrases,
    'phrases of small words': SMALL,
    'rare words': rare,
    'unknown words': ['zyzzyva', 'qwertz', 'xylem', 'fjord'],
    alternatives: SELDOM.map((word, i) => `${word} OR ${COMMON[i]}`),
    exclusions: SELDOM.map((word, i) => `${word} -${COMMON[i]}`),
  }).flatMap(([name, words]): Kind[] => [
    { name: `${name}, newest first`, questions: q(words), plain: plain(words, dated) },
    {
      name: `${name}, by relevance`,
      questions: q(words, '&sort=-relevance'),
      plain: plain(words, ranked),
    },
  ]);
  const mentions = each([...subjects.slice(0, 9), rareSubject], (id) => `mentions=${id}`);
  // Now; when half of the articles had come in, in the order in which they did; and before the first.
  const asOf = [new Date().toISOString(), '2023-11-15T12:00:00Z', '2023-01-01T00:00:00Z'].map(
    (moment) => `asOf=${moment}`,
  );
  const printed = publications.map((name) => `publication=${encodeURIComponent(name)}`);
  const queue = 'review=machine&sort=confidence';
  const rareTraits = 'negated=true&hedged=true&review=corrected&hasNumber=true';
  const combinations = atRandom({
    speakers: [...speakers, rareSpeaker],
    subjects: [...subjects, rareSubject],
    topics,
    publications,
    articles,
    q: q([
      ...COMMON,
      ...two,
      ...SELDOM,
      ...phrases,
      ...rare,
      'coun*',
      `${SELDOM[0]} OR ${rare[0]}`,
    ]),
  });
  return [
    ...byWords,
    { name: 'beginnings of words', questions: q(['coun*', 'satel*', 'governme*', 'go* br*']) },
    { name: 'in content, sentence, title', questions: q(two, '&in=content,sentence,title') },
    { name: 'in the headline', questions: q(['article', '"article 77"'], '&in=title') },
    { name: 'words + speaker', questions: crossed(speaker, q(COMMON)) },
    {
      name: 'words + speaker, by relevance',
      questions: crossed(speaker, q(COMMON, '&sort=-relevance')),
    },
    {
      name: 'words + topic, by relevance',
      questions: crossed(topic, q(COMMON, '&sort=-relevance')),
    },
    { name: 'words + speaker + topic', questions: crossed(crossed(speaker, topic), q(COMMON)) },
    { name: 'mentions', questions: mentions },
    {
      name: 'words + mentions, by relevance',
      questions: crossed(mentions, q(COMMON, '&sort=-relevance')),
    },
    { name: 'mentions + speaker', questions: crossed(mentions, speaker) },
    { name: 'words + rare traits', questions: q(COMMON, `&${rareTraits}`) },
    {
      name: 'traits',
      questions: [
        'negated=true',
        'hedged=true',
        'nested=true',
        'review=corrected',
        rareTraits,
        'minConfidence=0.99',
      ],
    },
    {
      name: 'one filter of each',
      questions: [
        ...printed,
        'form=direct',
        'cue=say',
        'cue=hint',
        'cueClass=denial',
        'hasQuotation=true',
        'from=2024-01-01&to=2024-02-01',
        'maxAgeDays=400',
        'maxAgeDays=7',
        'sort=date',
        'speaker=Ada%20Abel',
        'mentions=Place%202',
      ],
    },
    { name: 'queue of a reviewer', questions: [queue] },
    { name: 'queue + speaker', questions: crossed(speaker, [queue]) },
    { name: 'queue + topic', questions: crossed(topic, [queue]) },
    { name: 'queue + mentions', questions: crossed(mentions, [queue]) },
    { name: 'queue + publication', questions: crossed(printed, [queue]) },
    { name: 'queue + words', questions: crossed(q([...COMMON, ...two, ...rare]), [queue]) },
    {
      name: 'queue + rare traits',
      questions: [`${queue}&negated=true&hedged=true`, `${queue}&nested=true`],
    },
    { name: 'rejected', questions: ['review=rejected'] },
    { name: 'rejected + speaker', questions: crossed(speaker, ['review=rejected']) },
    { name: 'rejected + words', questions: q(COMMON, '&review=rejected&sort=-relevance') },
    { name: 'rare traits + speaker', questions: crossed(speaker, [rareTraits]) },
    { name: 'rare traits + topic', questions: crossed(topic, [rareTraits]) },
    {
      name: 'facets of words',
      questions: q(COMMON, '&facets=speaker,topic,publication,form,year,cueClass,review'),
    },
    {
      name: 'facets of a speaker',
      questions: crossed(speaker, ['facets=topic,publication,form,year,cueClass,review']),
    },
    {
      name: 'facets of everything',
      questions: ['facets=speaker,topic,publication,form,year,cueClass,review'],
    },
    { name: 'total of words', questions: q([...COMMON, ...two], '&total=true') },
    {
      name: 'total of speaker + topic',
      questions: crossed(crossed(speaker, topic), ['total=true']),
    },
    {
      name: 'timeline',
      questions: speakers.map((id) => `/v1/speakers/${id}/timeline?interval=month`),
    },
    {
      name: 'timeline of a topic',
      questions: speakers.map((id, i) => `/v1/speakers/${id}/timeline?interval=year&${topic[i]}`),
    },
    {
      name: 'comparison',
      questions: speakers.map(
        (id, i) =>
          `/v1/compare?speaker=${id}&publications=${publications.slice(0, 3).map(encodeURIComponent).join(',')}&${topic[i % 9]}`,
      ),
    },
    {
      name: 'advice',
      questions: q(['councli', 'goverment zyzzyva', '"flood satellite museum union"']),
    },
    { name: 'lineages', questions: ['/v1/lineages', '/v1/lineages?minPublications=5&total=true'] },
    { name: 'lineages of a speaker', questions: speaker.map((one) => `/v1/lineages?${one}`) },
    { name: 'lineages of a rare speaker', questions: [`/v1/lineages?speaker=${rareSpeaker}`] },
    { name: 'lineages of a topic', questions: topic.map((one) => `/v1/lineages?${one}`) },
    {
      name: 'lineages of a time',
      questions: [
        '/v1/lineages?from=2024-03-01&to=2024-03-02',
        '/v1/lineages?from=2024-03-01&to=2024-04-01',
        '/v1/lineages?from=2025-12-01',
        '/v1/lineages?to=2023-01-08',
      ],
    },
    {
      name: 'lineages, all filters',
      questions: crossed(speaker, topic).map(
        (both) => `/v1/lineages?${both}&minPublications=2&from=2023-06-01&to=2025-06-01`,
      ),
    },
    {
      name: 'lineages, counted',
      questions: [...speaker, ...topic].map((one) => `/v1/lineages?${one}&total=true`),
    },
    {
      name: 'lineage of a statement',
      questions: lineages.map((id) => `/v1/statements/${id}/lineage`),
    },
    {
      name: 'list of articles',
      questions: [
        '/v1/articles',
        '/v1/articles?from=2024-01-01&to=2024-02-01&total=true',
        ...printed.map((one) => `/v1/articles?${one}`),
      ],
    },
    { name: 'list of articles, counted', questions: ['/v1/articles?total=true'] },
    {
      name: 'list of articles by words',
      questions: q([...COMMON, ...two, ...rare]).map((one) => `/v1/articles?${one}`),
    },
    {
      name: 'list of articles by words, counted',
      questions: q([...COMMON, ...two, ...rare]).map((one) => `/v1/articles?${one}&total=true`),
    },
    {
      name: 'list of speakers',
      questions: ['', 'q=ada', 'q=ada%20ab', 'q=a', 'type=organisation', 'q=12&total=true'].map(
        (one) => `/v1/speakers?${one}`,
      ),
    },
    {
      name: 'list of subjects',
      questions: ['', 'q=place', 'q=place%2077', 'type=place', 'type=person', 'total=true'].map(
        (one) => `/v1/subjects?${one}`,
      ),
    },
    {
      name: 'list of topics',
      questions: ['', 'used=true', 'q=sport'].map((one) => `/v1/topics?${one}`),
    },
    {
      name: 'a speaker’s articles',
      questions: speakers.map((id) => `/v1/speakers/${id}/articles`),
    },
    {
      name: 'an article’s statements',
      questions: crossed(
        articles.map((id) => `/v1/articles/${id}/statements?limit=100`),
        ['', 'total=true'],
      ),
    },
    { name: 'as of a moment', questions: asOf },
    { name: 'as of a moment: words', questions: crossed(q(COMMON), asOf) },
    { name: 'as of a moment: rare words', questions: crossed(q(rare), asOf) },
    { name: 'as of a moment: a speaker', questions: crossed(speaker, asOf) },
    {
      name: 'as of a moment: a rare speaker',
      questions: crossed(asOf, [`speaker=${rareSpeaker}`]),
    },
    { name: 'as of a moment: mentions', questions: crossed(mentions, asOf) },
    {
      name: 'as of a moment: one filter of each',
      questions: crossed(
        [...printed, 'cue=hint', 'negated=true&hedged=true', 'review=corrected'],
        asOf,
      ),
    },
    {
      name: 'as of a moment: one speaker, subject, topic',
      questions: crossed(
        [`speakers/${speakers[0]}`, `subjects/${subjects[0]}`, `topics/${topics[0]}`].map(
          (one) => `/v1/${one}?`,
        ),
        // They were not there before.
        asOf.slice(0, 1),
      ),
    },
    { name: 'as of a moment: a topic', questions: crossed(topic, asOf) },
    {
      name: 'as of a moment: an article',
      questions: crossed(
        articles.map((id) => `/v1/articles/${id}/statements?limit=20`),
        asOf,
      ),
    },
    ...['articles', 'speakers', 'topics', 'subjects'].map((list) => ({
      name: `as of a moment: list of ${list}`,
      questions: asOf.map((one) => `/v1/${list}?${one}`),
    })),
    { name: 'any combination', questions: combinations },
    {
      name: 'any combination as of a moment',
      questions: crossed(
        combinations
          .filter((one) => !/review=rejected|sort=confidence|sort=-relevance/.test(one))
          .slice(0, COMBINATIONS / 4),
        asOf,
      ),
    },
  ];
}

/** Combinations of everything that may be combined; the same ones at every run. */
function atRandom(of: {
  readonly speakers: readonly string[];
  readonly subjects: readonly string[];
  readonly topics: readonly string[];
  readonly publications: readonly string[];
  readonly articles: readonly string[];
  readonly q: readonly string[];
}): string[] {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const pick = (values: readonly string[]) => values[Math.floor(next() * values.length)] ?? '';
  const sortOf = (words: boolean, queue: boolean) =>
    pick([
      '-date',
      '-date',
      'date',
      ...(words ? ['-relevance', '-relevance'] : []),
      ...(queue ? ['confidence'] : []),
    ]);
  const parameters: (() => string)[] = [
    () => `speaker=${pick(of.speakers)}`,
    () => `topic=${pick(of.topics)}`,
    () => `mentions=${pick(of.subjects)}`,
    () => `publication=${encodeURIComponent(pick(of.publications))}`,
    () => `form=${pick(['direct', 'indirect', 'mixed'])}`,
    () => `cueClass=${pick(['report', 'claim', 'denial', 'promise'])}`,
    () => `negated=${pick(['true', 'false'])}`,
    () => `hedged=${pick(['true', 'false'])}`,
    () => `nested=${pick(['true', 'false'])}`,
    () => `hasNumber=${pick(['true', 'false'])}`,
    () => `hasQuotation=${pick(['true', 'false'])}`,
    () => `minConfidence=${pick(['0.5', '0.8', '0.99'])}`,
    () => `review=${pick(['machine', 'machine', 'confirmed', 'corrected', 'rejected'])}`,
    () => 'from=2023-06-01',
    () => 'to=2025-01-01',
    () => `facets=${pick(['speaker', 'topic,year', 'publication,form'])}`,
    () => `cue=${pick(['say', 'warn', 'hint'])}`,
    () => `maxAgeDays=${pick(['400', '800'])}`,
    () => 'total=true',
    () => 'limit=100',
  ];
  return Array.from({ length: COMBINATIONS }, () => {
    const words = next() < 0.7 ? [pick(of.q)] : [];
    if (words.length > 0 && next() < 0.3) {
      words.push(pick(['in=content,sentence,title', 'in=sentence', 'in=title', 'prefix=true']));
    }
    const others = parameters.filter(() => next() < 0.2).map((make) => make());
    if (next() < 0.04) others.push(`article=${pick(of.articles)}`);
    return [
      ...words,
      ...others,
      `sort=${sortOf(words.length > 0, others.includes('review=machine'))}`,
    ].join('&');
  });
}
