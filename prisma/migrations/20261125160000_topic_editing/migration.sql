-- Topics that editors have set in place of the machine's: what they are, who set them and why, and what the machine had found.

CREATE TABLE "statement_topic_review" (
    "statement_id" UUID NOT NULL,
    "topics" TEXT[],
    "machine" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_topic_review_pkey" PRIMARY KEY ("statement_id")
);

CREATE TABLE "article_topic_review" (
    "article_id" UUID NOT NULL,
    "topics" TEXT[],
    "machine" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_topic_review_pkey" PRIMARY KEY ("article_id")
);

-- AddForeignKey
ALTER TABLE "statement_topic_review" ADD CONSTRAINT "statement_topic_review_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic_review" ADD CONSTRAINT "article_topic_review_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
