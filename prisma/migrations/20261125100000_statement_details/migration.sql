-- Whose words a content is made of, and what the engine would have read instead. Both are read whole with their statement and
-- never searched, so that they are JSON and no tables. Statements stored before have neither until they are extracted anew.
ALTER TABLE "statement" ADD COLUMN "segments" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "statement" ADD COLUMN "alternatives" JSONB;
