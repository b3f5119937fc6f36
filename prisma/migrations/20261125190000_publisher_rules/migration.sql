-- What publishers ask: nothing before its time, nothing of what was taken back, and why.

-- The tombstone says why there is nothing.
ALTER TABLE "article" ADD COLUMN "removal_reason" TEXT, ADD COLUMN "removal_note" TEXT;

-- Articles under embargo: read and checked, but in no list, no search and no check before their time.
CREATE TABLE "held_article" (
    "id" UUID NOT NULL,
    "identity" BYTEA NOT NULL,
    "draft" JSONB NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_article_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "held_article_identity_key" ON "held_article" ("identity");
CREATE INDEX "held_article_until_idx" ON "held_article" ("until");
