-- The queue of a reviewer: what no editor has looked at yet, least certain first.
CREATE INDEX "statement_unsure" ON "statement" ("certainty", "id") WHERE "live" AND "review" = 'machine';
