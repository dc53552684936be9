-- DropIndex
DROP INDEX "reminder_state_due_at_idx";

-- DropIndex
DROP INDEX "reminder_deadline_id_stage_official_id_unit_code_key";

-- AlterTable
ALTER TABLE "official" ADD COLUMN     "away_from" DATE,
ADD COLUMN     "away_until" DATE,
ADD COLUMN     "deputy_id" UUID;

-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "moved_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_from" TIMESTAMPTZ(3),
ADD COLUMN     "set_by" UUID;

-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "extended_at" TIMESTAMPTZ(3),
ADD COLUMN     "extended_by" UUID,
ADD COLUMN     "extended_to" DATE,
ADD COLUMN     "extension_reason" TEXT,
ADD COLUMN     "generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "promise_made_at" TIMESTAMPTZ(3),
ADD COLUMN     "promised_at" TIMESTAMPTZ(3),
ADD COLUMN     "promised_by" UUID;

-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT 'contact';

-- CreateIndex
CREATE UNIQUE INDEX "reminder_deadline_id_stage_official_id_unit_code_generation_key" ON "reminder"("deadline_id", "stage", "official_id", "unit_code", "generation");

-- A message is asked for its reminders; most reminders never have one.
CREATE INDEX "reminder_message" ON "reminder" ("message_id") WHERE "message_id" IS NOT NULL;
