-- Verification and lineage. What stands under "By hand" Prisma cannot express.

-- CreateTable
CREATE TABLE "statement_print" (
    "statement_id" UUID NOT NULL,
    "hashes" INTEGER[],

    CONSTRAINT "statement_print_pkey" PRIMARY KEY ("statement_id")
);

-- CreateTable
CREATE TABLE "revision_print" (
    "revision_id" UUID NOT NULL,
    "hashes" INTEGER[],

    CONSTRAINT "revision_print_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "lineage" (
    "id" UUID NOT NULL,
    "statement_count" INTEGER NOT NULL,
    "article_count" INTEGER NOT NULL,
    "publication_count" INTEGER NOT NULL,
    "first_date" TIMESTAMPTZ(3) NOT NULL,
    "last_date" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lineage_member" (
    "statement_id" UUID NOT NULL,
    "lineage_id" UUID NOT NULL,

    CONSTRAINT "lineage_member_pkey" PRIMARY KEY ("statement_id")
);

-- CreateIndex
CREATE INDEX "lineage_member_lineage_id_idx" ON "lineage_member"("lineage_id");

-- AddForeignKey
ALTER TABLE "statement_print" ADD CONSTRAINT "statement_print_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_print" ADD CONSTRAINT "revision_print_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_member" ADD CONSTRAINT "lineage_member_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_member" ADD CONSTRAINT "lineage_member_lineage_id_fkey" FOREIGN KEY ("lineage_id") REFERENCES "lineage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand ------------------------------------------------------------------------------------------------------------

-- Without a list of what is yet to be sorted in: every look-up would have to read through it.
CREATE INDEX "statement_print_hashes" ON "statement_print" USING gin ("hashes") WITH (fastupdate = off);
CREATE INDEX "revision_print_hashes" ON "revision_print" USING gin ("hashes") WITH (fastupdate = off);

-- Most repeated first.
CREATE INDEX "lineage_repeated" ON "lineage" ("publication_count", "statement_count", "id");

-- Statements that share prints, by weight: a print that few have weighs more than one that many have. Of each print only
-- the first `each` holders are read, which bounds the time whatever is asked; those that hold all prints come on top. A
-- function, since the planner takes a print for common and reads the whole table unless it is told not to.
CREATE FUNCTION public.statements_with_prints(prints int[], sample int[], speakers uuid[], each int, most int)
    RETURNS TABLE (id uuid, weight float8)
    LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
WITH hits AS (
    SELECT p.statement_id, 1 / sqrt(count(*) OVER (PARTITION BY one.print)) AS weight
    FROM unnest(sample) AS one(print)
    CROSS JOIN LATERAL (SELECT s.statement_id FROM public.statement_print s WHERE s.hashes @> ARRAY[one.print] LIMIT each) p
), near AS (
    SELECT statement_id, sum(hits.weight) AS weight FROM hits GROUP BY statement_id ORDER BY 2 DESC, 1 LIMIT most
), whole AS (
    SELECT statement_id FROM public.statement_print WHERE hashes @> prints LIMIT each
), theirs AS (
    SELECT p.statement_id FROM public.statement_print p WHERE p.hashes @> prints AND EXISTS
      (SELECT FROM public.statement_speaker l WHERE l.statement_id = p.statement_id AND l.speaker_id = ANY(speakers))
    LIMIT most
)
SELECT statement_id, max(found.weight) FROM (
    SELECT statement_id, near.weight FROM near
    UNION ALL (SELECT w.statement_id, 1e9 FROM whole w JOIN public.statement s ON s.id = w.statement_id
        ORDER BY s.date, s.id LIMIT most)
    UNION ALL SELECT statement_id, 1e9 FROM theirs) AS found
GROUP BY statement_id
$$;

-- The same for the texts of current revisions.
CREATE FUNCTION public.revisions_with_prints(sample int[], each int, most int)
    RETURNS TABLE (id uuid, weight float8)
    LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
SELECT hits.revision_id, sum(hits.weight) FROM (
    SELECT p.revision_id, 1 / sqrt(count(*) OVER (PARTITION BY one.print)) AS weight
    FROM unnest(sample) AS one(print)
    CROSS JOIN LATERAL (SELECT r.revision_id FROM public.revision_print r WHERE r.hashes @> ARRAY[one.print] LIMIT each) p
) AS hits GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT most
$$;

-- What has too few words for a print is looked for as a phrase.
CREATE FUNCTION public.statements_with_words(words text, speakers uuid[], most int)
    RETURNS TABLE (id uuid, weight float8)
    LANGUAGE sql STABLE SET enable_seqscan = off AS $$
(SELECT s.id, 1::float8 FROM public.statement s
  WHERE s.live AND s.search @@ phraseto_tsquery('public.verbatim', public.search_words(words)) LIMIT most)
UNION
(SELECT s.id, 1::float8 FROM public.statement s
  WHERE s.live AND s.search @@ phraseto_tsquery('public.verbatim', public.search_words(words)) AND EXISTS
    (SELECT FROM public.statement_speaker l WHERE l.statement_id = s.id AND l.speaker_id = ANY(speakers)) LIMIT most)
$$;

CREATE FUNCTION public.revisions_with_words(words text, most int)
    RETURNS TABLE (id uuid, weight float8)
    LANGUAGE sql STABLE SET enable_seqscan = off AS $$
SELECT r.id, 1::float8 FROM public.revision r
WHERE r.current AND r.search @@ phraseto_tsquery('public.verbatim', public.search_words(words)) LIMIT most
$$;

-- Statements of other articles that may print the same words as one of these, those that share most prints first.
CREATE FUNCTION public.statements_alike(statements uuid[], article uuid, each int, most int)
    RETURNS TABLE (statement_id uuid, other_id uuid)
    LANGUAGE sql STABLE SET enable_seqscan = off AS $$
SELECT mine.statement_id, other.statement_id
FROM public.statement_print mine
CROSS JOIN LATERAL (
    SELECT p.statement_id
    FROM unnest(mine.hashes) AS one(print)
    CROSS JOIN LATERAL (SELECT s.statement_id FROM public.statement_print s WHERE s.hashes @> ARRAY[one.print] LIMIT each) p
    JOIN public.statement s ON s.id = p.statement_id AND s.article_id <> article
    GROUP BY p.statement_id ORDER BY count(*) DESC, p.statement_id LIMIT most
) other
WHERE mine.statement_id = ANY(statements)
$$;
