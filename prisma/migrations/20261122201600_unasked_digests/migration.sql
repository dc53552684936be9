-- Whoever counts what a person was sent unasked on one day counts the digests too.
DROP INDEX "outbox_part_unasked";
CREATE INDEX "outbox_part_unasked" ON "outbox_part" ("official_id", "queued_at") WHERE "cause" IN ('reminder', 'announcement', 'digest');
