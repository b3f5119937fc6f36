-- Search that journalists expect: traits that lists filter by, words around the content, beginnings of words.

-- Traits ---------------------------------------------------------------------------------------------------------------

-- A number in digits or in words: "£1.2m", "two in three", "hundreds". Not "one", which is mostly a pronoun ("one of them").
CREATE FUNCTION public.has_number(content text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT content ~* '\m(\d|(zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|per ?cent|(dozen|hundred|thousand|million|billion|trillion)s?)\M)'
$$;

-- What `negated`, `hedged`, `nested`, `hasNumber` and `review` ask for, in one small number: each of them alone fits half of
-- all statements or next to none, so an index each would be large and seldom right. As one column with at most 64 values,
-- Postgres knows how common every combination is, and any index can carry it.
CREATE FUNCTION public.statement_traits(negated boolean, hedged boolean, nested boolean, content text, review review_state)
    RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT (negated::int + 2 * hedged::int + 4 * nested::int + 8 * public.has_number(content)::int
    + 16 * CASE review WHEN 'confirmed' THEN 1 WHEN 'corrected' THEN 2 WHEN 'rejected' THEN 3 ELSE 0 END)::smallint
$$;

ALTER TABLE "statement" ADD COLUMN "negated" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "hedged" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "search_wide" tsvector;
ALTER TABLE "statement_speaker" ADD COLUMN "traits" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "certainty" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "statement_topic" ADD COLUMN "traits" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "certainty" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "statement_subject" ADD COLUMN "traits" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "certainty" SMALLINT NOT NULL DEFAULT 0;

-- Words around the content ---------------------------------------------------------------------------------------------

-- Content, sentence and title in one vector, told apart by their weights (A, B, C), which also rank them. An empty place
-- between the parts keeps a phrase from beginning in one and ending in the next. Cut, because a tsvector ends at 1 MB.
CREATE FUNCTION public.search_wide(content text, sentence text, title text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE AS $$
SELECT ts_delete(setweight(public.search_vector(left(content, 50000)), 'A') || '''~'':1'::tsvector
    || setweight(public.search_vector(coalesce(sentence, '')), 'B') || '''~'':1'::tsvector
    || setweight(public.search_vector(coalesce(title, '')), 'C'), '~')
$$;

-- The same question, of the parts with these weights only.
CREATE FUNCTION public.search_within(q tsquery, weights text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT regexp_replace(q::text, '(''(?:[^''\\]|''''|\\.)*'')(?::(\*)?)?', '\1:\2' || weights, 'g')::tsquery
$$;

-- Words that begin with `word`. Stored words are stems, often shorter than what a person has typed by then ("governme" while
-- "government" is stored as "govern"), so the stems of the `whole` words that it may become count too.
CREATE FUNCTION public.search_prefix(word text, whole text[]) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT (SELECT string_agg(lexeme, ' | ' ORDER BY lexeme) FROM (
    SELECT quote_literal(w) || ':*' AS lexeme
    UNION SELECT quote_literal(stem) FROM unnest(whole) AS one,
        unnest(ts_lexize('public.verbatim_stem', lower(public.search_words(one)))) AS stem
    WHERE NOT starts_with(stem, w)) AS lexemes)::tsquery
FROM (SELECT lower(public.search_words(word))) AS folded(w)
$$;

-- The pairs of neighbouring words, as numbers. A phrase of common words ("to be or not to be") can be found by them alone:
-- each of its words stands in a third of all statements, and without the pairs every one of those has to be read (1.6 s of a
-- million). Two pairs with the same number only cost a look, since the phrase itself is asked for as well. hashtext() is what
-- hash indexes of text go by, so it stays what it is.
CREATE FUNCTION public.word_pairs(words tsvector) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 5000 AS $$
SELECT coalesce(array_agg(hashtext(before || ' ' || lexeme)), '{}')
FROM (SELECT lexeme, position, lag(lexeme) OVER in_order AS before, lag(position) OVER in_order AS place
    FROM unnest(words) AS word(lexeme, positions, weights), unnest(positions) AS position
    WINDOW in_order AS (ORDER BY position)) AS placed
WHERE position = place + 1
$$;

-- What is stored already -----------------------------------------------------------------------------------------------

UPDATE "statement" s SET
    "negated" = EXISTS (SELECT FROM "span" p WHERE p."statement_id" = s."id" AND p."role" = 'negation'),
    "hedged" = EXISTS (SELECT FROM "span" p WHERE p."statement_id" = s."id" AND p."role" = 'hedge'),
    "search_wide" = public.search_wide(s."content",
        (SELECT p."exact" FROM "span" p WHERE p."statement_id" = s."id" AND p."role" = 'sentence'),
        (SELECT r."title" FROM "revision" r WHERE r."id" = s."revision_id"));

ALTER TABLE "statement"
    ADD COLUMN "traits" SMALLINT GENERATED ALWAYS AS
        (public.statement_traits("negated", "hedged", "parent_id" IS NOT NULL, "content", "review")) STORED,
    -- In whole hundredths, so that it takes two bytes of an index.
    ADD COLUMN "certainty" SMALLINT GENERATED ALWAYS AS (floor(round(("confidence" * 100)::numeric, 6))::smallint) STORED;

UPDATE "statement_speaker" l SET "traits" = s."traits", "certainty" = s."certainty" FROM "statement" s WHERE s."id" = l."statement_id";
UPDATE "statement_topic" l SET "traits" = s."traits", "certainty" = s."certainty" FROM "statement" s WHERE s."id" = l."statement_id";
UPDATE "statement_subject" l SET "traits" = s."traits", "certainty" = s."certainty" FROM "statement" s WHERE s."id" = l."statement_id";

-- The copies in the three join tables keep themselves: whoever links a statement or reviews one need not know of them. On
-- insertion this takes some microseconds a link.
CREATE FUNCTION public.copy_traits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT s.traits, s.certainty INTO NEW.traits, NEW.certainty FROM public.statement s WHERE s.id = NEW.statement_id;
    NEW.traits := coalesce(NEW.traits, 0);
    NEW.certainty := coalesce(NEW.certainty, 0);
    RETURN NEW;
END
$$;
CREATE TRIGGER copy_traits BEFORE INSERT ON "statement_speaker" FOR EACH ROW EXECUTE FUNCTION public.copy_traits();
CREATE TRIGGER copy_traits BEFORE INSERT ON "statement_topic" FOR EACH ROW EXECUTE FUNCTION public.copy_traits();
CREATE TRIGGER copy_traits BEFORE INSERT ON "statement_subject" FOR EACH ROW EXECUTE FUNCTION public.copy_traits();

CREATE FUNCTION public.pass_traits_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public.statement_speaker SET traits = NEW.traits, certainty = NEW.certainty WHERE statement_id = NEW.id;
    UPDATE public.statement_topic SET traits = NEW.traits, certainty = NEW.certainty WHERE statement_id = NEW.id;
    UPDATE public.statement_subject SET traits = NEW.traits, certainty = NEW.certainty WHERE statement_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER pass_traits_on AFTER UPDATE ON "statement" FOR EACH ROW
    WHEN (OLD."traits" <> NEW."traits" OR OLD."certainty" <> NEW."certainty") EXECUTE FUNCTION public.pass_traits_on();

-- Indexes --------------------------------------------------------------------------------------------------------------

-- As before, with the traits beside the other columns that are checked without a visit to the table.
DROP INDEX "statement_date_live", "statement_publication_live", "statement_form_live", "statement_cue_lemma_live",
    "statement_cue_class_live", "statement_topic_live", "statement_speaker_live", "statement_subject_live";
CREATE INDEX "statement_date_live" ON "statement" ("date", "id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_publication_live" ON "statement" ("publication_key", "date", "id")
    INCLUDE ("form", "cue_lemma", "cue_class", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_form_live" ON "statement" ("form", "date", "id")
    INCLUDE ("cue_lemma", "cue_class", "publication_key", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_cue_lemma_live" ON "statement" ("cue_lemma", "date", "id")
    INCLUDE ("form", "cue_class", "publication_key", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_cue_class_live" ON "statement" ("cue_class", "date", "id")
    INCLUDE ("form", "cue_lemma", "publication_key", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_topic_live" ON "statement_topic" ("topic_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_speaker_live" ON "statement_speaker" ("speaker_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id", "traits", "certainty") WHERE "live";
CREATE INDEX "statement_subject_live" ON "statement_subject" ("subject_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id", "traits", "certainty") WHERE "live";

-- The way in to rare traits; common ones are met soon enough in any other index.
CREATE INDEX "statement_traits_live" ON "statement" ("traits", "date", "id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "certainty") WHERE "live";
CREATE INDEX "statement_search_wide_live" ON "statement" USING gin ("search_wide") WHERE "live";
-- Of all places that `q` can look at: the content is one of them. Of all statements, since Postgres does not learn from a partial
-- index how common the values of an expression are, and then takes "of the" for as rare as any other pair.
CREATE INDEX "statement_word_pairs" ON "statement" USING gin (public.word_pairs("search_wide"));

-- How common a word is decides which way a search goes. Of a word that it knows nothing about Postgres expects half of what
-- the rarest known word has: with 1,000 known words that was 1,000 statements for one that stands nowhere, and all others
-- were read by date in search of them (1.8 s of a million).
ALTER TABLE "statement" ALTER COLUMN "search" SET STATISTICS 500, ALTER COLUMN "search_wide" SET STATISTICS 500;
ALTER INDEX "statement_word_pairs" ALTER COLUMN 1 SET STATISTICS 500;
