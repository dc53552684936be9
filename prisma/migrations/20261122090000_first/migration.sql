-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "tracked_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_unit" (
    "campaign_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,

    CONSTRAINT "campaign_unit_pkey" PRIMARY KEY ("campaign_id","unit_code")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "days" JSONB NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aliases" TEXT[],
    "former_names" TEXT[],
    "parent_code" TEXT,
    "groups" TEXT[],
    "valid_from" DATE,
    "valid_to" DATE,
    "protocol_order" INTEGER NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "official" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "phone" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "official_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("official_id","role")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_account" (
    "id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "invite_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "user_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "unreachable" TEXT,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "seq" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "bot_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "outcome" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "conversation" (
    "address" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "outbox_part" (
    "seq" BIGSERIAL NOT NULL,
    "message_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "official_id" UUID,
    "cause" TEXT NOT NULL,
    "cause_id" TEXT,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "receipt" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_part_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "channel_pace" (
    "channel" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),

    CONSTRAINT "channel_pace_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "deadline_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("deadline_id","unit_code")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" BIGSERIAL NOT NULL,
    "deadline_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "official_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'due',
    "message_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "official_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "source_ref" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_version" (
    "report_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "official_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("report_id","version")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "report_id" UUID,
    "unit_code" TEXT NOT NULL,
    "official_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "caption" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "media_type" TEXT,
    "sha256" TEXT,
    "bytes" BYTEA,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "award_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "nominee_kind" TEXT NOT NULL,
    "nominee_name" TEXT NOT NULL,
    "position" TEXT,
    "achievement" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_recipient" (
    "announcement_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "message_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "announcement_recipient_pkey" PRIMARY KEY ("announcement_id","official_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_counter" (
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "code_counter_pkey" PRIMARY KEY ("campaign_id","kind")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "official_code_key" ON "official"("code");

-- CreateIndex
CREATE INDEX "official_unit_code_idx" ON "official"("unit_code");

-- CreateIndex
CREATE UNIQUE INDEX "invite_code_hash_key" ON "invite"("code_hash");

-- CreateIndex
CREATE INDEX "invite_official_id_idx" ON "invite"("official_id");

-- CreateIndex
CREATE INDEX "channel_account_official_id_idx" ON "channel_account"("official_id");

-- CreateIndex
CREATE INDEX "channel_account_address_idx" ON "channel_account"("address");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_bot_id_event_id_key" ON "inbox"("channel", "bot_id", "event_id");

-- CreateIndex
CREATE INDEX "outbox_part_address_seq_idx" ON "outbox_part"("address", "seq");

-- CreateIndex
CREATE INDEX "outbox_part_cause_cause_id_idx" ON "outbox_part"("cause", "cause_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_part_message_id_index_key" ON "outbox_part"("message_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_campaign_id_kind_subject_key" ON "deadline"("campaign_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "reminder_state_due_at_idx" ON "reminder"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_deadline_id_stage_official_id_unit_code_key" ON "reminder"("deadline_id", "stage", "official_id", "unit_code");

-- CreateIndex
CREATE INDEX "report_campaign_id_unit_code_period_idx" ON "report"("campaign_id", "unit_code", "period");

-- CreateIndex
CREATE INDEX "report_source_ref_idx" ON "report"("source_ref");

-- CreateIndex
CREATE UNIQUE INDEX "report_campaign_id_code_key" ON "report"("campaign_id", "code");

-- CreateIndex
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

-- CreateIndex
CREATE INDEX "nomination_campaign_id_unit_code_idx" ON "nomination"("campaign_id", "unit_code");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_campaign_id_code_key" ON "nomination"("campaign_id", "code");

-- CreateIndex
CREATE INDEX "audit_event_subject_idx" ON "audit_event"("subject");

-- AddForeignKey
ALTER TABLE "campaign_unit" ADD CONSTRAINT "campaign_unit_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_unit" ADD CONSTRAINT "campaign_unit_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official" ADD CONSTRAINT "official_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_account" ADD CONSTRAINT "channel_account_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One live link per chat account.
CREATE UNIQUE INDEX "channel_account_live_key" ON "channel_account" ("user_key") WHERE "revoked_at" IS NULL;

-- What is still to be done is a small part of what was.
CREATE INDEX "inbox_waiting" ON "inbox" ("address", "seq") WHERE "state" = 'waiting';
CREATE INDEX "outbox_part_unsent" ON "outbox_part" ("channel", "seq") WHERE "state" IN ('pending', 'sending');
CREATE INDEX "outbox_part_unsent_address" ON "outbox_part" ("address", "seq") WHERE "state" IN ('pending', 'sending');
CREATE INDEX "outbox_part_unasked" ON "outbox_part" ("official_id", "queued_at") WHERE "cause" IN ('reminder', 'announcement');
CREATE INDEX "reminder_due" ON "reminder" ("due_at") WHERE "state" = 'due';
CREATE INDEX "duty_open" ON "duty" ("deadline_id", "unit_code") WHERE "done_at" IS NULL;
CREATE INDEX "evidence_waiting" ON "evidence" ("received_at") WHERE "state" = 'waiting';

-- The audit trail only grows.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
