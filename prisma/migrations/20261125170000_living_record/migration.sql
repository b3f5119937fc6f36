-- The record as it was at any moment: a statement that changes leaves the row that it was behind, as a version of it.

ALTER TABLE "statement" ADD COLUMN "valid_from" TIMESTAMPTZ(3),
    ADD COLUMN "valid_to" TIMESTAMPTZ(3),
    ADD COLUMN "version_of" UUID;

-- What an earlier revision said held until the next one came.
UPDATE "statement" s SET "valid_from" = s."created_at",
    "valid_to" = CASE WHEN s."live" THEN NULL ELSE coalesce(
        (SELECT min(n."created_at") FROM "revision" r JOIN "revision" n ON n."article_id" = r."article_id" AND n."number" > r."number"
         WHERE r."id" = s."revision_id"), s."created_at") END;
ALTER TABLE "statement" ALTER COLUMN "valid_from" SET NOT NULL, ALTER COLUMN "valid_from" SET DEFAULT CURRENT_TIMESTAMP;

-- Versions have the places of what they are versions of.
DROP INDEX "statement_revision_id_position_key";
CREATE INDEX "statement_revision_id_position_idx" ON "statement" ("revision_id", "position");
CREATE UNIQUE INDEX "statement_position_live" ON "statement" ("revision_id", "position") WHERE "live";
CREATE INDEX "statement_version_of_idx" ON "statement" ("version_of");
-- The lists as they were: by the ids that statements are known by, over what is live and what no longer is.
CREATE INDEX "statement_as_of" ON "statement" ("date", (coalesce("version_of", "id")));

-- What became of the statements of the revision before, and the notice that admits the change.
ALTER TABLE "revision" ADD COLUMN "changes" JSONB,
    ADD COLUMN "notice" JSONB,
    ADD COLUMN "silent_edit" BOOLEAN NOT NULL DEFAULT false;
