-- AlterTable
ALTER TABLE "report" ADD COLUMN     "locked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "report_message" (
    "ref" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "report_message_pkey" PRIMARY KEY ("ref")
);

-- CreateIndex
CREATE INDEX "report_message_report_id_idx" ON "report_message"("report_id");

-- AddForeignKey
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every report was made of one message so far.
INSERT INTO "report_message" ("ref", "report_id", "text")
SELECT DISTINCT ON ("source_ref") "source_ref", "id", (
    SELECT "content" ->> 'text' FROM "report_version" WHERE "report_id" = "report"."id" AND "version" = 1
)
FROM "report" WHERE "source_ref" IS NOT NULL ORDER BY "source_ref", "submitted_at";

-- DropIndex
DROP INDEX "report_source_ref_idx";

-- AlterTable
ALTER TABLE "report" DROP COLUMN "source_ref";

-- Drafts that wait too long are looked for by their age.
CREATE INDEX "conversation_draft_idx" ON "conversation" (("state" -> 'draft' ->> 'since')) WHERE ("state" -> 'draft' ->> 'since') IS NOT NULL;
