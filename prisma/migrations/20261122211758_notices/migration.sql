-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "audience" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "follows_kind" TEXT,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "optional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "paper" JSONB,
ADD COLUMN     "released_by" UUID,
ADD COLUMN     "reported_at" TIMESTAMPTZ(3),
ADD COLUMN     "send_at" TIMESTAMPTZ(3),
ADD COLUMN     "weekly" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "announcement_recipient" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "notice_opt_out" (
    "official_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_opt_out_pkey" PRIMARY KEY ("official_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "announcement_campaign_id_number_key" ON "announcement"("campaign_id", "number");

-- Notices of before get their codes in the order in which they were drafted.
UPDATE "announcement" a SET "number" = n."number"
FROM (
    SELECT "id", row_number() OVER (PARTITION BY "campaign_id" ORDER BY "drafted_at", "id") AS "number"
    FROM "announcement"
) n
WHERE n."id" = a."id";
INSERT INTO "code_counter" ("campaign_id", "kind", "last")
SELECT "campaign_id", 'announcement', max("number") FROM "announcement" GROUP BY 1
ON CONFLICT DO NOTHING;

-- The sweep looks for these alone.
CREATE INDEX "announcement_recipient_waiting" ON "announcement_recipient"("announcement_id") WHERE "state" = 'waiting';
CREATE INDEX "announcement_unreported" ON "announcement"("id") WHERE "state" = 'published' AND "reported_at" IS NULL;
-- What was published before was reported to nobody, and needs no report now.
UPDATE "announcement" SET "reported_at" = "released_at" WHERE "state" = 'published';
