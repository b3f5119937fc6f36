-- Speakers across articles: what links them, what editors do to them, and authority files.

CREATE TYPE "speaker_change_kind" AS ENUM ('edit', 'merge', 'split');

CREATE TABLE "authority_record" (
    "id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "speaker_type" NOT NULL,
    "aliases" TEXT[],
    "roles" TEXT[],
    "same_as" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "authority_record_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "authority_key" (
    "key" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "authority_key_pkey" PRIMARY KEY ("key","record_id")
);

CREATE TABLE "speaker_key" (
    "key" TEXT NOT NULL,
    "speaker_id" UUID NOT NULL,

    CONSTRAINT "speaker_key_pkey" PRIMARY KEY ("key","speaker_id")
);

CREATE TABLE "speaker_change" (
    "id" UUID NOT NULL,
    "kind" "speaker_change_kind" NOT NULL,
    "speaker_id" UUID NOT NULL,
    "other_id" UUID,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undone_by" TEXT,
    "undone_note" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "speaker_change_pkey" PRIMARY KEY ("id")
);

-- The names that identified a speaker so far, as keys: a person's first and last word, a body's whole name.
INSERT INTO "speaker_key" ("key", "speaker_id")
SELECT CASE WHEN "type" = 'person'
         THEN 'person:' || split_part(substr("link_key", 8), ' ', 1) || ' ' || regexp_replace("link_key", '^.* ', '')
         ELSE 'body:' || regexp_replace(regexp_replace("link_key", '^[a-z]+:', ''), '^the ', '') END,
       "id"
FROM "speaker" WHERE "link_key" IS NOT NULL;

ALTER TABLE "speaker" DROP COLUMN "link_key",
    ADD COLUMN "merged_into" UUID,
    ADD COLUMN "canonical_id" UUID,
    ADD COLUMN "same_as" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "edited" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "authority_id" UUID;
UPDATE "speaker" SET "canonical_id" = "id";
ALTER TABLE "speaker" ALTER COLUMN "canonical_id" SET NOT NULL;

ALTER TABLE "speaker_name" ADD COLUMN "kept" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "hidden" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "speaker_role" ADD COLUMN "first_date" TIMESTAMPTZ(3);
UPDATE "speaker_role" o SET "first_date" = coalesce(
    (SELECT min(a."date") FROM "article_speaker" p JOIN "article" a ON a."id" = p."article_id"
     WHERE p."speaker_id" = o."speaker_id" AND o."role" = ANY(p."roles")), o."date");
ALTER TABLE "speaker_role" ALTER COLUMN "first_date" SET NOT NULL;

ALTER TABLE "article_speaker" ADD COLUMN "name" TEXT,
    ADD COLUMN "evidence" JSONB NOT NULL DEFAULT '[]';
UPDATE "article_speaker" p SET "name" = k."name" FROM "speaker" k WHERE k."id" = p."speaker_id";
ALTER TABLE "article_speaker" ALTER COLUMN "name" SET NOT NULL;

ALTER TABLE "statement_speaker" ADD COLUMN "linked_id" UUID, ADD COLUMN "change_id" UUID;
UPDATE "statement_speaker" SET "linked_id" = "speaker_id";
ALTER TABLE "statement_speaker" ALTER COLUMN "linked_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "authority_record_identity_key" ON "authority_record"("identity");

-- CreateIndex
CREATE INDEX "authority_key_record_id_idx" ON "authority_key"("record_id");

-- CreateIndex
CREATE INDEX "speaker_key_speaker_id_idx" ON "speaker_key"("speaker_id");

-- CreateIndex
CREATE INDEX "speaker_change_speaker_id_idx" ON "speaker_change"("speaker_id");

-- CreateIndex
CREATE INDEX "speaker_change_other_id_idx" ON "speaker_change"("other_id");

-- CreateIndex
CREATE INDEX "speaker_canonical_id_idx" ON "speaker"("canonical_id");

-- AddForeignKey
ALTER TABLE "authority_key" ADD CONSTRAINT "authority_key_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "authority_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_key" ADD CONSTRAINT "speaker_key_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_change" ADD CONSTRAINT "speaker_change_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_change" ADD CONSTRAINT "speaker_change_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand ------------------------------------------------------------------------------------------------------------

-- Erasing a speaker looks for those merged into it; linking looks for the speakers of an authority's entry.
CREATE INDEX "speaker_merged_into" ON "speaker" ("merged_into") WHERE "merged_into" IS NOT NULL;
CREATE INDEX "speaker_authority" ON "speaker" ("authority_id") WHERE "authority_id" IS NOT NULL;
CREATE INDEX "statement_speaker_change" ON "statement_speaker" ("change_id") WHERE "change_id" IS NOT NULL;
