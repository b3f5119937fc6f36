-- Which engine made a statement, where that is not the one that its revision was last read with.
ALTER TABLE "statement" ADD COLUMN "engine_name" TEXT, ADD COLUMN "engine_version" TEXT;
