-- AlterTable
ALTER TABLE "nomination" ADD COLUMN     "chain_id" TEXT,
ADD COLUMN     "chain_version" INTEGER,
ADD COLUMN     "draft_reminders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "figures" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "nominee_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "result_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "supplement_due_on" DATE,
ADD COLUMN     "upward_of" UUID;

-- CreateTable
CREATE TABLE "approval_chain" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "approval_chain_pkey" PRIMARY KEY ("id","version")
);

-- Nominations of before there were chains keep one without steps.
INSERT INTO "approval_chain" ("id", "version", "body")
  SELECT 'before-chains', 1, '{"id":"before-chains","version":1,"title":"","source":"","steps":[]}'
  WHERE EXISTS (SELECT 1 FROM "nomination");
UPDATE "nomination" SET "chain_id" = 'before-chains', "chain_version" = 1,
  "nominee_key" = lower("nominee_name"),
  "submitted_at" = CASE WHEN "state" = 'submitted' THEN "state_since" END,
  "state" = CASE WHEN "state" = 'declined' THEN 'draft' ELSE "state" END;
ALTER TABLE "nomination" ALTER COLUMN "chain_id" SET NOT NULL, ALTER COLUMN "chain_version" SET NOT NULL;

-- CreateTable
CREATE TABLE "nomination_move" (
    "id" BIGSERIAL NOT NULL,
    "nomination_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" JSONB NOT NULL,

    CONSTRAINT "nomination_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_citation" (
    "nomination_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,

    CONSTRAINT "nomination_citation_pkey" PRIMARY KEY ("nomination_id","report_id")
);

-- CreateTable
CREATE TABLE "dossier_item" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "part" TEXT,
    "round" INTEGER,
    "point" INTEGER,
    "form" TEXT NOT NULL,
    "evidence_id" UUID,
    "text" TEXT,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_check" (
    "id" BIGSERIAL NOT NULL,
    "nomination_id" UUID NOT NULL,
    "criterion" INTEGER NOT NULL,
    "met" BOOLEAN NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "criterion_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "nomination_move_nomination_id_id_idx" ON "nomination_move"("nomination_id", "id");

-- CreateIndex
CREATE INDEX "dossier_item_nomination_id_added_at_idx" ON "dossier_item"("nomination_id", "added_at");

-- CreateIndex
CREATE INDEX "criterion_check_nomination_id_id_idx" ON "criterion_check"("nomination_id", "id");

-- CreateIndex
CREATE INDEX "nomination_nominee_key_idx" ON "nomination"("nominee_key");

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_chain_id_chain_version_fkey" FOREIGN KEY ("chain_id", "chain_version") REFERENCES "approval_chain"("id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_move" ADD CONSTRAINT "nomination_move_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_citation" ADD CONSTRAINT "nomination_citation_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_citation" ADD CONSTRAINT "nomination_citation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_item" ADD CONSTRAINT "dossier_item_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_item" ADD CONSTRAINT "dossier_item_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_check" ADD CONSTRAINT "criterion_check_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The history of a nomination only grows.
CREATE FUNCTION refuse_move_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nomination_move is append-only';
END $$;
CREATE TRIGGER "nomination_move_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "nomination_move"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_move_change();
