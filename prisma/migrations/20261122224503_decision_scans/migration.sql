-- AlterTable
ALTER TABLE "decision" DROP COLUMN "scan_id";

-- CreateTable
CREATE TABLE "decision_scan" (
    "decision_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,

    CONSTRAINT "decision_scan_pkey" PRIMARY KEY ("decision_id","evidence_id")
);

-- AddForeignKey
ALTER TABLE "decision_scan" ADD CONSTRAINT "decision_scan_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_scan" ADD CONSTRAINT "decision_scan_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
