-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "superseded_by" TEXT,
ADD COLUMN     "superseded_on" DATE;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "end_confirmed" BOOLEAN,
ADD COLUMN     "ended_by" TEXT,
ADD COLUMN     "successor_code" TEXT;

-- AlterTable
ALTER TABLE "office_tenure" ADD COLUMN     "ended_by" TEXT;

-- CreateIndex
CREATE INDEX "unit_successor_code_idx" ON "unit"("successor_code");
