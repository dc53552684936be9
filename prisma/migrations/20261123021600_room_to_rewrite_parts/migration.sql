-- A part is rewritten three times on its way out. Where its page has room, and none of the indexed columns
-- changes, that touches no index: so the state does not stand in an index, and pages are half filled.
ALTER TABLE "outbox_part" SET (fillfactor = 50);

-- What has not come to an end has no such moment.
UPDATE "outbox_part" SET "finished_at" = NULL WHERE "state" IN ('pending', 'sending') AND "finished_at" IS NOT NULL;
UPDATE "outbox_part" SET "finished_at" = "queued_at" WHERE "state" NOT IN ('pending', 'sending') AND "finished_at" IS NULL;

DROP INDEX "outbox_part_unsent";
DROP INDEX "outbox_part_unsent_address";
CREATE INDEX "outbox_part_unsent" ON "outbox_part" ("bot", "seq") WHERE "finished_at" IS NULL;
CREATE INDEX "outbox_part_unsent_address" ON "outbox_part" ("address", "seq") WHERE "finished_at" IS NULL;
