-- What editors did to topics, and what the topics of articles were before. Those of statements go along with the versions of these.
CREATE TABLE "topic_change" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "statement_id" UUID,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undone_by" TEXT,
    "undone_note" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "topic_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "topic_change_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "topic_change_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "topic_change_article_id_idx" ON "topic_change" ("article_id");
CREATE INDEX "topic_change_statement_id_idx" ON "topic_change" ("statement_id");

CREATE TABLE "article_topics_past" (
    "article_id" UUID NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "topics" JSONB NOT NULL,
    "review" JSONB,

    CONSTRAINT "article_topics_past_pkey" PRIMARY KEY ("article_id", "valid_to"),
    CONSTRAINT "article_topics_past_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
