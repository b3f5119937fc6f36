-- The first schema. The tables follow prisma/schema.prisma; what stands under "By hand" Prisma cannot express.
-- Needs the database encoding UTF8 and the right to create the two (trusted) extensions.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- Words as `q` compares them: without accents, stemmed, and with stop words kept. A quotation differs by its small words
-- ("I did" and "I did not"), so a phrase search must see them; the index grows by about a third for it.
CREATE TEXT SEARCH DICTIONARY public.verbatim_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION public.verbatim (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION public.verbatim
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH public.verbatim_stem;

-- Before the parser sees it: accents and curly quotation marks become plain, dashes blanks. As a dictionary of the
-- configuration unaccent would come too late: where LC_CTYPE is C the parser takes every curly mark for a letter.
CREATE FUNCTION public.search_words(body text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT public.unaccent('public.unaccent', translate(body, '—–…', '   '))
$$;

-- What the generated search columns hold. A tsvector ends at 1 MB, which some hundred thousand different words overrun; a
-- text that does is searched by its first part rather than refused.
CREATE FUNCTION public.search_vector(body text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    IF octet_length(body) < 100000 THEN
        RETURN pg_catalog.to_tsvector('public.verbatim'::regconfig, public.search_words(body));
    END IF;
    BEGIN
        RETURN pg_catalog.to_tsvector('public.verbatim'::regconfig, public.search_words(body));
    EXCEPTION WHEN program_limit_exceeded THEN
        RETURN pg_catalog.to_tsvector('public.verbatim'::regconfig, public.search_words(left(body, 50000)));
    END;
END
$$;

-- What `q` asks for. Curly quotation marks delimit phrases as straight ones do.
CREATE FUNCTION public.search_query(q text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT pg_catalog.websearch_to_tsquery('public.verbatim'::regconfig, public.search_words(q))
$$;

-- A name as it is compared: no accents, case, apostrophes or dots, other punctuation as one blank ("Ban Ki-moon" is "ban ki
-- moon", "U.S. Steel" is "us steel"). unaccent() itself is only stable, since its dictionary could change: naming the
-- dictionary makes it safe to index. Cut, because a B-tree entry ends at 2,700 bytes.
CREATE FUNCTION public.fold_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
SELECT left(btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent', normalize(name, NFKC))), '.''`', ''),
    '[[:space:][:punct:]]+', ' ', 'g')), 300)
$$;

-- CreateEnum
CREATE TYPE "article_format" AS ENUM ('text', 'html', 'json-ld', 'ninjs');

-- CreateEnum
CREATE TYPE "form" AS ENUM ('direct', 'indirect', 'mixed');

-- CreateEnum
CREATE TYPE "cue_class" AS ENUM ('report', 'claim', 'denial', 'demand', 'promise', 'praise', 'criticism', 'belief', 'question', 'agreement', 'warning', 'announcement', 'refusal');

-- CreateEnum
CREATE TYPE "speaker_type" AS ENUM ('person', 'organisation', 'document', 'group', 'unnamed');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('machine', 'confirmed', 'corrected', 'rejected');

-- CreateEnum
CREATE TYPE "span_role" AS ENUM ('content', 'source', 'cue', 'negation', 'hedge', 'sentence', 'mention');

-- CreateEnum
CREATE TYPE "name_kind" AS ENUM ('full', 'alias');

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "identity" BYTEA,
    "url" TEXT,
    "title" TEXT,
    "publication" TEXT,
    "publication_key" TEXT,
    "byline" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,
    "format" "article_format" NOT NULL,
    "revision" INTEGER NOT NULL,
    "statement_count" INTEGER NOT NULL DEFAULT 0,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT,
    "byline" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "statement_count" INTEGER NOT NULL,
    "engine_name" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (public.search_vector(coalesce("title", '') || E'\n' || "text")) STORED,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "form" "form" NOT NULL,
    "content" TEXT NOT NULL,
    "cue_lemma" TEXT,
    "cue_class" "cue_class",
    "parent_id" UUID,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "review" "review_state" NOT NULL DEFAULT 'machine',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "live" BOOLEAN NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "publication_key" TEXT,
    "search" tsvector GENERATED ALWAYS AS (public.search_vector("content")) STORED,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "span" (
    "statement_id" UUID NOT NULL,
    "role" "span_role" NOT NULL,
    "link" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "starts" INTEGER NOT NULL,
    "ends" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,

    CONSTRAINT "span_pkey" PRIMARY KEY ("statement_id","role","link","ordinal")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "speaker_type" NOT NULL,
    "link_key" TEXT,
    "statement_count" INTEGER NOT NULL DEFAULT 0,
    "article_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_name" (
    "speaker_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "name_kind" NOT NULL,
    "uses" INTEGER NOT NULL,

    CONSTRAINT "speaker_name_pkey" PRIMARY KEY ("speaker_id","folded")
);

-- CreateTable
CREATE TABLE "speaker_role" (
    "speaker_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_role_pkey" PRIMARY KEY ("speaker_id","role")
);

-- CreateTable
CREATE TABLE "article_speaker" (
    "article_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "names" TEXT[],
    "roles" TEXT[],
    "statement_count" INTEGER NOT NULL,

    CONSTRAINT "article_speaker_pkey" PRIMARY KEY ("article_id","speaker_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "parent_id" TEXT,
    "depth" INTEGER NOT NULL,
    "statement_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_speaker" (
    "statement_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "resolved_by" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "article_id" UUID NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "publication_key" TEXT,
    "form" "form" NOT NULL,
    "cue_lemma" TEXT,
    "cue_class" "cue_class",
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "statement_speaker_pkey" PRIMARY KEY ("statement_id","speaker_id")
);

-- CreateTable
CREATE TABLE "statement_topic" (
    "statement_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "direct" BOOLEAN NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "article_id" UUID NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "publication_key" TEXT,
    "form" "form" NOT NULL,
    "cue_lemma" TEXT,
    "cue_class" "cue_class",
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "statement_topic_pkey" PRIMARY KEY ("statement_id","topic_id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "statement_revision_id_position_key" ON "statement"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_link_key_key" ON "speaker"("link_key");

-- CreateIndex
CREATE INDEX "speaker_name_folded_idx" ON "speaker_name"("folded");

-- CreateIndex
CREATE INDEX "speaker_name_folded_trgm" ON "speaker_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "article_speaker_speaker_id_idx" ON "article_speaker"("speaker_id");

-- CreateIndex
CREATE INDEX "topic_parent_id_idx" ON "topic"("parent_id");

-- CreateIndex
CREATE INDEX "statement_speaker_speaker_id_idx" ON "statement_speaker"("speaker_id");

-- CreateIndex
CREATE INDEX "idempotency_key_article_id_idx" ON "idempotency_key"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_name" ADD CONSTRAINT "speaker_name_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_role" ADD CONSTRAINT "speaker_role_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_speaker" ADD CONSTRAINT "article_speaker_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_speaker" ADD CONSTRAINT "article_speaker_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_speaker" ADD CONSTRAINT "statement_speaker_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_speaker" ADD CONSTRAINT "statement_speaker_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand ------------------------------------------------------------------------------------------------------------

ALTER TABLE "span" ADD CONSTRAINT "span_offsets_check"
    CHECK ("starts" >= 0 AND "ends" > "starts" AND char_length("exact") <= "ends" - "starts");
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_counts_check" CHECK ("statement_count" >= 0 AND "article_count" >= 0);
ALTER TABLE "topic" ADD CONSTRAINT "topic_count_check" CHECK ("statement_count" >= 0);
ALTER TABLE "article" ADD CONSTRAINT "article_identity_check" CHECK ("identity" IS NOT NULL OR "deleted_at" IS NOT NULL);

-- Every save moves the counters of its topics; free room on the page keeps those updates out of the indexes.
ALTER TABLE "topic" SET (fillfactor = 50);

-- Two identical submissions at once: the second waits here for the first.
CREATE UNIQUE INDEX "article_identity_live" ON "article" ("identity") WHERE "deleted_at" IS NULL;
CREATE INDEX "article_date_live" ON "article" ("date", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "article_publication_live" ON "article" ("publication_key", "date", "id") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX "revision_article_current" ON "revision" ("article_id") WHERE "current";
CREATE INDEX "revision_search_current" ON "revision" USING gin ("search") WHERE "current";

-- One index a way in. Included columns let the other filters be checked without a visit to the table, so a prolific
-- speaker's rarest statements are found by reading the index alone.
CREATE INDEX "statement_date_live" ON "statement" ("date", "id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key") WHERE "live";
CREATE INDEX "statement_publication_live" ON "statement" ("publication_key", "date", "id")
    INCLUDE ("form", "cue_lemma", "cue_class") WHERE "live";
CREATE INDEX "statement_form_live" ON "statement" ("form", "date", "id")
    INCLUDE ("cue_lemma", "cue_class", "publication_key") WHERE "live";
CREATE INDEX "statement_cue_lemma_live" ON "statement" ("cue_lemma", "date", "id")
    INCLUDE ("form", "publication_key") WHERE "live";
CREATE INDEX "statement_cue_class_live" ON "statement" ("cue_class", "date", "id")
    INCLUDE ("form", "publication_key") WHERE "live";
CREATE INDEX "statement_article_live" ON "statement" ("article_id", "position") WHERE "live";
CREATE INDEX "statement_search_live" ON "statement" USING gin ("search") WHERE "live";
-- Erasing a statement looks for those nested in it.
CREATE INDEX "statement_parent" ON "statement" ("parent_id") WHERE "parent_id" IS NOT NULL;

CREATE INDEX "statement_topic_live" ON "statement_topic" ("topic_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id") WHERE "live";
CREATE INDEX "statement_speaker_live" ON "statement_speaker" ("speaker_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id") WHERE "live";

CREATE INDEX "speaker_count_live" ON "speaker" ("statement_count", "id") WHERE "statement_count" > 0;
CREATE INDEX "speaker_type_count_live" ON "speaker" ("type", "statement_count", "id") WHERE "statement_count" > 0;
