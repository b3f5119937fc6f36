-- Releases that fail are tried again ever later; and a request under embargo is known again by its Idempotency-Key.
ALTER TABLE "held_article"
  ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "failure" TEXT,
  ADD COLUMN "retry_at" TIMESTAMPTZ(3),
  ADD COLUMN "idempotency_key" TEXT,
  ADD COLUMN "request_hash" TEXT;

CREATE INDEX "held_article_idempotency_key_idx" ON "held_article" ("idempotency_key");
