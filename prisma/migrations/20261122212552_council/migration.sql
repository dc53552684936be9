-- CreateTable
CREATE TABLE "officer_pin" (
    "official_id" UUID NOT NULL,
    "hash" TEXT,
    "salt" TEXT,
    "set_at" TIMESTAMPTZ(3),
    "code_hash" TEXT,
    "code_salt" TEXT,
    "code_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "officer_pin_pkey" PRIMARY KEY ("official_id")
);

-- CreateTable
CREATE TABLE "council_session" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "votes_by" TIMESTAMPTZ(3) NOT NULL,
    "seats" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "council_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_member" (
    "session_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "reminded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "council_member_pkey" PRIMARY KEY ("session_id","official_id")
);

-- CreateTable
CREATE TABLE "council_item" (
    "session_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "meeting_agree" INTEGER NOT NULL DEFAULT 0,
    "meeting_disagree" INTEGER NOT NULL DEFAULT 0,
    "meeting_other" INTEGER NOT NULL DEFAULT 0,
    "agree" INTEGER,
    "disagree" INTEGER,
    "other" INTEGER,
    "passed" BOOLEAN,

    CONSTRAINT "council_item_pkey" PRIMARY KEY ("session_id","nomination_id")
);

-- CreateTable
CREATE TABLE "council_recusal" (
    "session_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "council_recusal_pkey" PRIMARY KEY ("session_id","nomination_id","official_id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "session_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "vote" TEXT NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("session_id","nomination_id","official_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "signer" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "scan_id" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_item" (
    "decision_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,

    CONSTRAINT "decision_item_pkey" PRIMARY KEY ("decision_id","nomination_id")
);

-- CreateTable
CREATE TABLE "office_tenure" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "office_tenure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "council_session_campaign_id_idx" ON "council_session"("campaign_id");

-- CreateIndex
CREATE INDEX "council_item_nomination_id_idx" ON "council_item"("nomination_id");

-- CreateIndex
CREATE INDEX "decision_campaign_id_idx" ON "decision"("campaign_id");

-- CreateIndex
CREATE INDEX "decision_item_nomination_id_idx" ON "decision_item"("nomination_id");

-- CreateIndex
CREATE INDEX "office_tenure_campaign_id_idx" ON "office_tenure"("campaign_id");

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "council_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_item" ADD CONSTRAINT "council_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "council_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_recusal" ADD CONSTRAINT "council_recusal_session_id_nomination_id_fkey" FOREIGN KEY ("session_id", "nomination_id") REFERENCES "council_item"("session_id", "nomination_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_session_id_nomination_id_fkey" FOREIGN KEY ("session_id", "nomination_id") REFERENCES "council_item"("session_id", "nomination_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_item" ADD CONSTRAINT "decision_item_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One session of a campaign at a time.
CREATE UNIQUE INDEX "council_session_open" ON "council_session"("campaign_id") WHERE "closed_at" IS NULL;
-- One decision of a number; one that was entered in error does not stand in the way.
CREATE UNIQUE INDEX "decision_number" ON "decision"("campaign_id", "number") WHERE "cancelled_at" IS NULL;
