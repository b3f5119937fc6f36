-- An editor's word on a statement: what it says now, what the machine had said, and every change with what it replaced.

ALTER TABLE "statement" ADD COLUMN "editor" JSONB, ADD COLUMN "machine" JSONB;

CREATE TABLE "statement_change" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" "review_state" NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undone_by" TEXT,
    "undone_note" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_change_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "statement_change_statement_id_idx" ON "statement_change" ("statement_id");
CREATE INDEX "statement_change_version_id_idx" ON "statement_change" ("version_id");

-- AddForeignKey
ALTER TABLE "statement_change" ADD CONSTRAINT "statement_change_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_change" ADD CONSTRAINT "statement_change_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What editors have rejected is in no list but its own.
CREATE INDEX "statement_rejected" ON "statement" ("date", "id") WHERE "review" = 'rejected' AND "version_of" IS NULL;
