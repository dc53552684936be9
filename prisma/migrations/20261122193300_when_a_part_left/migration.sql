-- AlterTable
ALTER TABLE "outbox_part" ADD COLUMN     "left_at" TIMESTAMPTZ(6);
