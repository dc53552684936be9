-- AlterTable
ALTER TABLE "official" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "inbox" ADD COLUMN     "words_dropped_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "official_id" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_request_official_id_idx" ON "data_request"("official_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_request_campaign_id_number_key" ON "data_request"("campaign_id", "number");

-- One open request per person and right.
CREATE UNIQUE INDEX "data_request_one_open" ON "data_request" ("official_id", "right") WHERE "state" IN ('open', 'approved');

-- What still has words, oldest first.
CREATE INDEX "inbox_words_kept" ON "inbox" ("received_at") WHERE "words_dropped_at" IS NULL AND "state" = 'done';
