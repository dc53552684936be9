-- AlterTable
ALTER TABLE "outbox_part" ADD COLUMN     "superseded_by" UUID;

-- Few messages ever take another's place.
CREATE INDEX "outbox_part_superseded_by" ON "outbox_part" ("superseded_by") WHERE "superseded_by" IS NOT NULL;
