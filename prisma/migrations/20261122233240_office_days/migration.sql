-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "own_day" BOOLEAN NOT NULL DEFAULT false;

UPDATE "deadline" SET "own_day" = true WHERE "set_by" IS NOT NULL;
