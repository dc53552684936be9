-- CreateTable
CREATE TABLE "unit_plan" (
    "deadline_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,
    "evidence_ids" UUID[],

    CONSTRAINT "unit_plan_pkey" PRIMARY KEY ("deadline_id","unit_code")
);
