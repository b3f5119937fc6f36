-- What the contents of statements name, and who may have spoken where no name is sure enough.

-- AlterEnum
ALTER TYPE "span_role" ADD VALUE 'subject';

-- CreateEnum
CREATE TYPE "subject_type" AS ENUM ('person', 'organisation', 'place', 'law', 'work');

-- AlterTable
ALTER TABLE "statement" ADD COLUMN "candidates" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "subject_type" NOT NULL,
    "link_key" TEXT,
    "speaker_id" UUID,
    "statement_count" INTEGER NOT NULL DEFAULT 0,
    "article_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_name" (
    "subject_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,

    CONSTRAINT "subject_name_pkey" PRIMARY KEY ("subject_id","folded")
);

-- CreateTable
CREATE TABLE "article_subject" (
    "article_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "names" TEXT[],
    "statement_count" INTEGER NOT NULL,

    CONSTRAINT "article_subject_pkey" PRIMARY KEY ("article_id","subject_id")
);

-- CreateTable
CREATE TABLE "statement_subject" (
    "statement_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "publication_key" TEXT,
    "form" "form" NOT NULL,
    "cue_lemma" TEXT,
    "cue_class" "cue_class",
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "statement_subject_pkey" PRIMARY KEY ("statement_id","subject_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subject_link_key_key" ON "subject"("link_key");

-- CreateIndex
CREATE INDEX "subject_speaker_id_idx" ON "subject"("speaker_id");

-- CreateIndex
CREATE INDEX "subject_name_folded_idx" ON "subject_name"("folded");

-- CreateIndex
CREATE INDEX "subject_name_folded_trgm" ON "subject_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "article_subject_subject_id_idx" ON "article_subject"("subject_id");

-- CreateIndex
CREATE INDEX "statement_subject_subject_id_idx" ON "statement_subject"("subject_id");

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_name" ADD CONSTRAINT "subject_name_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_subject" ADD CONSTRAINT "article_subject_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_subject" ADD CONSTRAINT "article_subject_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_subject" ADD CONSTRAINT "statement_subject_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_subject" ADD CONSTRAINT "statement_subject_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand ------------------------------------------------------------------------------------------------------------

ALTER TABLE "subject" ADD CONSTRAINT "subject_counts_check" CHECK ("statement_count" >= 0 AND "article_count" >= 0);

CREATE INDEX "statement_subject_live" ON "statement_subject" ("subject_id", "date", "statement_id")
    INCLUDE ("form", "cue_lemma", "cue_class", "publication_key", "article_id") WHERE "live";

CREATE INDEX "subject_count_live" ON "subject" ("statement_count", "id") WHERE "statement_count" > 0;
CREATE INDEX "subject_type_count_live" ON "subject" ("type", "statement_count", "id") WHERE "statement_count" > 0;
