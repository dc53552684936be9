-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "praise_id" UUID;

-- CreateTable
CREATE TABLE "praise" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "source_code" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "praise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approved_note" (
    "campaign_id" TEXT NOT NULL,
    "note_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "digest" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "announcement_id" UUID,

    CONSTRAINT "approved_note_pkey" PRIMARY KEY ("campaign_id","note_id")
);

-- CreateIndex
CREATE INDEX "praise_answered_by_idx" ON "praise"("answered_by");

-- CreateIndex
CREATE UNIQUE INDEX "praise_campaign_id_number_key" ON "praise"("campaign_id", "number");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_praise_id_fkey" FOREIGN KEY ("praise_id") REFERENCES "praise"("id") ON DELETE SET NULL ON UPDATE CASCADE;
