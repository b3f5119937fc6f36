-- The record as it was: what still holds is found by the indexes of today, what no longer does by those below.

DROP INDEX "statement_as_of";
CREATE INDEX "statement_past" ON "statement" ("date", (coalesce("version_of", "id"))) WHERE NOT "live";
-- Of a moment not long ago, most of the past had ended before.
CREATE INDEX "statement_past_ended" ON "statement" ("valid_to") WHERE NOT "live";
CREATE INDEX "statement_search_past" ON "statement" USING gin ("search") WHERE NOT "live";
CREATE INDEX "statement_search_wide_past" ON "statement" USING gin ("search_wide") WHERE NOT "live";

-- Since when anything of a day holds, by day.
CREATE INDEX "statement_day_live" ON "statement" ((("date" AT TIME ZONE 'UTC')::date) DESC, "valid_from") WHERE "live";
