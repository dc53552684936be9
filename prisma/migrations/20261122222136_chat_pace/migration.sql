-- AlterTable
ALTER TABLE "outbox_part" DROP COLUMN "left_at",
ADD COLUMN     "chat_busy_until" TIMESTAMPTZ(6);
