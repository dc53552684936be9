-- AlterTable
ALTER TABLE "channel_pace" ADD COLUMN     "sender" TEXT,
ADD COLUMN     "sender_until" TIMESTAMPTZ(6);
