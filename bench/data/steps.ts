// What generated data consists of, as SQL: articles, speakers, subjects, statements and what is linked to them.

const FIRST = `'{Ada,Ben,Cleo,Dan,Eva,Finn,Gita,Hugo,Ines,Jon,Kira,Leo,Mara,Nils,Olga,Pia,Quinn,Rosa,Sven,Tara}'::text[]`;
const LAST = `'{Abel,Borg,Costa,Dahl,Ek,Faro,Grey,Holm,Iqbal,Jansen,Klein,Lund,Mori,Novak,Okoye,Pell,Quist,Ruiz,Sato,Toth}'::text[]`;
const CUES = `'{say,tell,add,argue,claim,deny,demand,urge,promise,praise,criticise,believe,ask,agree,warn,announce,refuse,insist,reject,pledge,hail,condemn,hope,wonder,confirm,caution,declare,vow,allege,hint}'::text[]`;
const CLASSES = `'{report,report,report,claim,claim,denial,demand,demand,promise,praise,criticism,belief,question,agreement,warning,announcement,refusal,claim,denial,promise,praise,criticism,belief,question,agreement,warning,announcement,promise,claim,report}'::text[]`;
const WORDS = `'{the,of,a,to,and,in,is,not,will,be,that,for,we,council,bridge,government,people,year,plan,water,city,report,work,school,police,health,money,vote,party,road,house,court,river,energy,price,market,team,match,study,climate,farm,border,treaty,minister,budget,tax,law,safety,harbour,strike,union,hospital,teacher,fishery,forest,storm,flood,museum,festival,satellite}'::text[]`;
const SYLLABLES = `'{ba,ce,di,fo,gu,ha,je,ki,lo,mu,na,pe,qui,ro,su,ta,ve,wi,xo,zu,bra,cle,dri,flo,gru,pha,ske,tri,slo,plu,sta,chel,nim,vor,dun,mar,ten,kil,bor,sul}'::text[]`;

/** SQL that fills the tables, in order; a million statements take some minutes. */
export function steps(count: number, seed: number): string[] {
  const articles = Math.ceil(count / 10);
  const speakers = Math.max(100, Math.ceil(count / 25));
  return [
    // Uniform in [0, 1) from a number and a purpose; then one of n with probability proportional to 1/k (Zipf).
    `CREATE FUNCTION pg_temp.u(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
       SELECT (hashint8extended(n, ${seed} * 1000 + salt) & 9007199254740991)::float8 / 9007199254740992 $$`,
    `CREATE FUNCTION pg_temp.zipf(n bigint, salt int, most float8) RETURNS int LANGUAGE sql IMMUTABLE AS $$
       SELECT least(most, floor(most ^ pg_temp.u(n, salt)))::int $$`,
    // Version 7 ids in the order of n: time, then n itself.
    `CREATE FUNCTION pg_temp.id(ms bigint, kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
       SELECT (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8' || lpad(to_hex(kind), 3, '0')
         || lpad(to_hex(n), 12, '0'))::uuid $$`,

    // A made-up word from a number: the long tail of rare words, without which Postgres would think every word common.
    `CREATE FUNCTION pg_temp.word(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
       SELECT s[1 + n % 40] || s[1 + n / 40 % 40] || s[1 + n / 1600 % 40]
       FROM (SELECT (${SYLLABLES})) AS all_of(s) $$`,

    `CREATE TEMP TABLE g_article AS
     SELECT *, pg_temp.id(ms, 1, n) AS id, pg_temp.id(ms, 2, n) AS revision_id,
       'Paper ' || paper AS publication, to_timestamp(ms / 1000) AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AS created_at
     FROM (
       SELECT n, ms, paper, date_trunc('milliseconds', timestamptz '2023-01-01' + pg_temp.u(n, 3) * interval '3 years') AS date,
         least(size, ${count} - (sum(size) OVER (ORDER BY n) - size))::int AS size,
         (sum(size) OVER (ORDER BY n) - size)::bigint AS first
       FROM (SELECT n, 1700000000000 + n * 1000 AS ms, pg_temp.zipf(n, 2, 200) AS paper,
               1 + floor(39 * pg_temp.u(n, 1))::int AS size
             FROM generate_series(1, ${articles}) n) raw
     ) sized WHERE size > 0`,
    `CREATE TEMP TABLE g_speaker AS
     SELECT n, pg_temp.id(1690000000000 + n, 3, n) AS id,
       (${FIRST})[1 + n % 20] || ' ' || (${LAST})[1 + n / 20 % 20] || CASE WHEN n < 400 THEN '' ELSE ' ' || n / 400 END AS name,
       CASE WHEN n % 10 = 0 THEN 'organisation' ELSE 'person' END::speaker_type AS type
     FROM generate_series(0, ${speakers} - 1) n`,
    `CREATE TEMP TABLE g_subject AS
     SELECT n, pg_temp.id(1680000000000 + n, 5, n) AS id, 'Place ' || n AS name FROM generate_series(0, ${speakers} - 1) n`,
    `CREATE TEMP TABLE g_phrase AS
     SELECT p, string_agg((${WORDS})[pg_temp.zipf(p * 10 + w, 4, 60)], ' ' ORDER BY w) AS words
     FROM generate_series(0, 4999) p, generate_series(0, 6) w GROUP BY p`,
    `CREATE TEMP TABLE g_topic AS
     SELECT row_number() OVER (ORDER BY md5(id || '${seed}')) AS n, id FROM topic`,
    `CREATE TEMP TABLE g_ancestor AS
     WITH RECURSIVE up AS (SELECT id AS topic, id AS above, parent_id FROM topic
       UNION ALL SELECT up.topic, t.id, t.parent_id FROM up JOIN topic t ON t.id = up.parent_id)
     SELECT topic, above FROM up`,
    `ANALYZE g_speaker`,
    `ANALYZE g_phrase`,
    `ANALYZE g_topic`,
    `ANALYZE g_ancestor`,

    // One row a statement with everything that the tables below are cut from. Its words are a sentence of the article:
    // "<content>, <name> <cue>."
    `CREATE TEMP TABLE g_statement AS
     SELECT s.*, k.id AS speaker_id, k.name, (${CUES})[s.cue] AS lemma, (${CLASSES})[s.cue]::cue_class AS class,
       a.words || ' ' || b.words || ' ' || pg_temp.word(s.tail) || ' ' || c.words || s.number AS content
     FROM (
       SELECT r.first + i AS n, i AS position, r.id AS article_id, r.revision_id, r.date, r.created_at,
         lower(r.publication) AS paper, pg_temp.id(r.ms, 4, r.first + i) AS id,
         w.said, pg_temp.zipf(w.said, 10, ${speakers}) - 1 AS speaker, pg_temp.zipf(r.first + i, 11, 30) AS cue,
         pg_temp.zipf(w.said, 12, 1100) AS topic,
         CASE WHEN pg_temp.u(w.said, 13) < 0.4 THEN pg_temp.zipf(w.said, 14, 1100) ELSE 0 END AS topic2,
         (ARRAY['indirect', 'direct', 'mixed'])[pg_temp.zipf(w.said, 15, 3.9)]::form AS form,
         floor(5000 * pg_temp.u(w.said, 16))::int AS p1, floor(5000 * pg_temp.u(w.said, 17))::int AS p2,
         floor(5000 * pg_temp.u(w.said, 18))::int AS p3, pg_temp.u(r.first + i, 19) < 0.05 AS joint,
         CASE WHEN pg_temp.u(w.said, 20) < 0.15 THEN ' ' || floor(2000 * pg_temp.u(w.said, 21)) ELSE '' END AS number,
         pg_temp.zipf(w.said, 27, 60000) AS tail,
         pg_temp.u(r.first + i, 22) < 0.05 AS negated, pg_temp.u(r.first + i, 23) < 0.03 AS hedged,
         CASE WHEN i > 0 AND pg_temp.u(r.first + i, 24) < 0.02 THEN pg_temp.id(r.ms, 4, r.first + i - 1) END AS parent,
         (ARRAY['machine', 'machine', 'machine', 'machine', 'machine', 'machine', 'machine', 'confirmed', 'confirmed', 'corrected'])
           [pg_temp.zipf(r.first + i, 25, 10.9)]::review_state AS reviewed,
         round((0.4 + 0.6 * pg_temp.u(r.first + i, 26))::numeric, 3)::float8 AS confidence,
         -- Some an editor has rejected, some an editor or a correction has changed a day later.
         pg_temp.u(r.first + i, 32) >= 0.002 AS live, pg_temp.u(r.first + i, 33) < 0.02 AS changed, 'Article ' || r.n AS title
       FROM g_article r CROSS JOIN LATERAL generate_series(0, r.size - 1) i
       -- Every eighth statement repeats one of every twenty-fifth: the most repeated of a million stands in a hundred articles.
       CROSS JOIN LATERAL (SELECT CASE WHEN (r.first + i) % 25 > 0 AND pg_temp.u(r.first + i, 30) < 0.12
           THEN 25 * floor(pg_temp.u(r.first + i, 31) ^ 1.5 * ${Math.floor(count / 25)})::bigint ELSE r.first + i END AS said) w
     ) s
     JOIN g_speaker k ON k.n = s.speaker
     JOIN g_phrase a ON a.p = s.p1 JOIN g_phrase b ON b.p = s.p2 JOIN g_phrase c ON c.p = s.p3
     ORDER BY s.n`,
    `CREATE TEMP TABLE g_place AS
     SELECT n, (sum(length(content) + length(name) + length(lemma) + 5)
         OVER (PARTITION BY article_id ORDER BY position) - (length(content) + length(name) + length(lemma) + 5))::int AS starts
     FROM g_statement`,
    `CREATE TEMP TABLE g AS SELECT s.*, p.starts AS at, floor(100 * confidence::numeric)::smallint AS certainty,
       statement_traits(negated, hedged, parent IS NOT NULL, content, r.review) AS traits, r.review,
       CASE WHEN changed THEN created_at + interval '1 day' ELSE created_at END AS valid_from
     FROM g_statement s JOIN g_place p USING (n)
     CROSS JOIN LATERAL (SELECT CASE WHEN live THEN reviewed ELSE 'rejected' END AS review) r ORDER BY n`,
    `DROP TABLE g_statement, g_place`,
    `ANALYZE g`,
    // All rows that have links: the statements, and the versions that some of them were.
    `CREATE TEMP VIEW g_row AS SELECT id AS row_id, live AS now, * FROM g
     UNION ALL SELECT pg_temp.id(1710000000000 + n, 7, n), false, * FROM g WHERE changed`,
    // All topics of each pair that occurs: far fewer than statements.
    `CREATE TEMP TABLE g_above AS
     SELECT pair.topic, pair.topic2, up.above, bool_or(up.above = up.topic) AS direct
     FROM (SELECT DISTINCT topic, topic2 FROM g) pair
     JOIN LATERAL (VALUES (pair.topic), (pair.topic2)) AS one(n) ON one.n > 0
     JOIN g_topic t ON t.n = one.n JOIN g_ancestor up ON up.topic = t.id
     GROUP BY pair.topic, pair.topic2, up.above`,
    `ANALYZE g_above`,

    `INSERT INTO article (id, identity, url, title, publication, publication_key, published_at, language, format, revision,
       statement_count, date, created_at, updated_at)
     SELECT id, sha256(convert_to(id::text, 'UTF8')), 'https://' || paper || '.example/' || n, 'Article ' || n, publication,
       lower(publication), date, 'en', 'text', 1, size, date, created_at, created_at FROM g_article`,
    `INSERT INTO revision (id, article_id, number, title, published_at, text, text_hash, length, statement_count, engine_name,
       engine_version, current, created_at)
     SELECT a.revision_id, a.id, 1, 'Article ' || a.n, a.date, t.text, encode(sha256(convert_to(t.text, 'UTF8')), 'hex'),
       length(t.text), a.size, 'generated', '1.0.0', true, a.created_at
     FROM g_article a JOIN (
       SELECT article_id, string_agg(content || ', ' || name || ' ' || lemma || '. ', '' ORDER BY position) AS text
       FROM g GROUP BY article_id) t ON t.article_id = a.id`,
    `INSERT INTO statement (id, article_id, revision_id, position, form, content, cue_lemma, cue_class, prefix, suffix,
       confidence, created_at, valid_from, live, date, publication_key, negated, hedged, parent_id, review, search_wide)
     SELECT id, article_id, revision_id, position, form, content, lemma, class, '', ', ' || name, confidence, created_at,
       valid_from, live, date, paper, negated, hedged, parent, review,
       search_wide(content, content || ', ' || name || ' ' || lemma || '.', title)
     FROM g ORDER BY n`,
    `INSERT INTO statement (id, article_id, revision_id, position, form, content, cue_lemma, cue_class, prefix, suffix,
       confidence, created_at, valid_from, valid_to, version_of, live, date, publication_key, negated, hedged, parent_id,
       search_wide)
     SELECT pg_temp.id(1710000000000 + n, 7, n), article_id, revision_id, position, form, content, lemma, class, '', ', ' || name,
       confidence, created_at, created_at, valid_from, id, false, date, paper, negated, hedged, parent,
       search_wide(content, content || ', ' || name || ' ' || lemma || '.', title)
     FROM g WHERE changed ORDER BY n`,
    `INSERT INTO span (statement_id, role, starts, ends, exact)
     SELECT g.row_id, x.role::span_role, g.at + x.starts, g.at + x.starts + length(x.exact), x.exact
     FROM g_row g CROSS JOIN LATERAL (VALUES
       ('content', 0, content),
       ('source', length(content) + 2, name),
       ('cue', length(content) + length(name) + 3, lemma),
       ('sentence', 0, content || ', ' || name || ' ' || lemma || '.'),
       ('mention', length(content) + 2, name),
       ('negation', length(content) + length(name) + 3, lemma),
       ('hedge', length(content) + length(name) + 3, lemma)) AS x(role, starts, exact)
     WHERE CASE x.role WHEN 'negation' THEN g.negated WHEN 'hedge' THEN g.hedged ELSE true END
     ORDER BY g.n, x.role::span_role`,
    `INSERT INTO statement_speaker (statement_id, speaker_id, linked_id, ordinal, resolved_by, confidence, article_id, date,
       publication_key, form, cue_lemma, cue_class, live, traits, certainty)
     SELECT g.row_id, k.id, k.id, x.ordinal, 'full-name', 0.9, g.article_id, g.date, g.paper, g.form, g.lemma, g.class, g.now,
       g.traits, g.certainty
     FROM g_row g CROSS JOIN LATERAL (SELECT 0 AS ordinal, speaker AS n
       UNION ALL SELECT 1, (speaker + 1) % ${speakers} WHERE joint) x
     JOIN g_speaker k ON k.n = x.n ORDER BY g.n, x.ordinal`,
    `INSERT INTO statement_topic (statement_id, topic_id, direct, confidence, article_id, date, publication_key, form,
       cue_lemma, cue_class, live, traits, certainty)
     SELECT g.row_id, of.above, of.direct, 0.7, g.article_id, g.date, g.paper, g.form, g.lemma, g.class, g.now, g.traits, g.certainty
     FROM g_row g JOIN g_above of ON of.topic = g.topic AND of.topic2 = g.topic2 ORDER BY g.n`,

    // Two of three statements name something, a few of them two things.
    `INSERT INTO statement_subject (statement_id, subject_id, ordinal, article_id, date, publication_key, form, cue_lemma,
       cue_class, live, traits, certainty)
     SELECT g.row_id, b.id, x.ordinal, g.article_id, g.date, g.paper, g.form, g.lemma, g.class, g.now, g.traits, g.certainty
     FROM g_row g CROSS JOIN LATERAL (SELECT 0 AS ordinal, pg_temp.zipf(g.n, 20, ${speakers}) - 1 AS n WHERE g.n % 3 < 2
       UNION ALL SELECT 1, pg_temp.zipf(g.n, 20, ${speakers}) % ${speakers} WHERE g.n % 3 < 2 AND joint) x
     JOIN g_subject b ON b.n = x.n ORDER BY g.n, x.ordinal`,

    `INSERT INTO speaker (id, name, type, canonical_id, statement_count, article_count, created_at, updated_at)
     SELECT k.id, k.name, k.type, k.id, coalesce(c.statements, 0), coalesce(c.articles, 0),
       timestamptz '2026-01-01', timestamptz '2026-01-01'
     FROM g_speaker k LEFT JOIN (SELECT speaker_id, count(*) AS statements, count(DISTINCT article_id) AS articles
       FROM statement_speaker WHERE live GROUP BY speaker_id) c ON c.speaker_id = k.id`,
    `INSERT INTO speaker_name (speaker_id, folded, name, kind, uses)
     SELECT id, fold_name(name), name, 'full', article_count FROM speaker`,
    `INSERT INTO article_speaker (article_id, speaker_id, name, names, roles, statement_count)
     SELECT l.article_id, l.speaker_id, k.name, '{}', '{}', count(*) FROM statement_speaker l JOIN speaker k ON k.id = l.speaker_id WHERE l.live
     GROUP BY l.article_id, l.speaker_id, k.name`,
    `INSERT INTO subject (id, name, type, link_key, statement_count, article_count, created_at, updated_at)
     SELECT b.id, b.name, 'place', 'place:' || fold_name(b.name), coalesce(c.statements, 0), coalesce(c.articles, 0),
       timestamptz '2026-01-01', timestamptz '2026-01-01'
     FROM g_subject b LEFT JOIN (SELECT subject_id, count(*) AS statements, count(DISTINCT article_id) AS articles
       FROM statement_subject WHERE live GROUP BY subject_id) c ON c.subject_id = b.id`,
    `INSERT INTO subject_name (subject_id, folded, name, uses)
     SELECT id, fold_name(name), name, article_count FROM subject`,
    `INSERT INTO article_topic (article_id, topic_id, confidence)
     SELECT DISTINCT ON (article_id) article_id, t.id, 0.7 FROM g JOIN g_topic t ON t.n = g.topic
     ORDER BY article_id, g.n`,
    `CREATE TEMP TABLE g_lineage AS
     SELECT said, pg_temp.id(1670000000000 + said, 6, said) AS id, count(*) AS statements, count(DISTINCT article_id) AS articles,
       count(DISTINCT paper) AS papers, min(date) AS first, max(date) AS last
     FROM g WHERE live AND form <> 'indirect' GROUP BY said HAVING count(DISTINCT article_id) > 1`,
    `INSERT INTO lineage (id, statement_count, article_count, publication_count, first_date, last_date, created_at)
     SELECT id, statements, articles, papers, first, last, timestamptz '2026-01-01' FROM g_lineage`,
    `INSERT INTO lineage_member (statement_id, lineage_id)
     SELECT g.id, l.id FROM g JOIN g_lineage l USING (said) WHERE g.live ORDER BY g.n`,
    `UPDATE topic t SET statement_count = c.count
     FROM (SELECT topic_id, count(*) AS count FROM statement_topic WHERE live GROUP BY topic_id) c WHERE c.topic_id = t.id`,
  ];
}
