-- AlterTable
ALTER TABLE "invite" ADD COLUMN     "bot" TEXT;

-- AlterTable
ALTER TABLE "outbox_part" ADD COLUMN     "bot" TEXT;
UPDATE "outbox_part" SET "bot" = split_part("address", ':', 1) || ':' || split_part("address", ':', 2);
ALTER TABLE "outbox_part" ALTER COLUMN "bot" SET NOT NULL;

-- DropTable
DROP TABLE "channel_pace";

-- CreateTable
CREATE TABLE "bot_pace" (
    "bot" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "cause" TEXT,
    "trips" INTEGER NOT NULL DEFAULT 0,
    "probing_until" TIMESTAMPTZ(3),
    "sender" TEXT,
    "sender_until" TIMESTAMPTZ(6),

    CONSTRAINT "bot_pace_pkey" PRIMARY KEY ("bot")
);

-- CreateTable
CREATE TABLE "alarm" (
    "occasion" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("occasion")
);

-- CreateIndex
CREATE INDEX "inbox_received_at_idx" ON "inbox" USING BRIN ("received_at");

-- CreateIndex
CREATE INDEX "outbox_part_finished_at_idx" ON "outbox_part" USING BRIN ("finished_at");

-- What is still to be sent, by the bot that sends it.
DROP INDEX "outbox_part_unsent";
CREATE INDEX "outbox_part_unsent" ON "outbox_part" ("bot", "seq") WHERE "state" IN ('pending', 'sending');
