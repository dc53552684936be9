-- AlterTable
ALTER TABLE "official" ADD COLUMN     "changed_by" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "changed_by" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "planned_stage" (
    "key" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "before" BIGINT NOT NULL,

    CONSTRAINT "planned_stage_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "official_changed_by_idx" ON "official"("changed_by");

-- CreateIndex
CREATE INDEX "duty_changed_by_idx" ON "duty"("changed_by");

-- What reminders depend on, by the transaction that last changed it.
CREATE FUNCTION note_duty_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_by := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER "duty_added" BEFORE INSERT ON "duty" FOR EACH ROW EXECUTE FUNCTION note_duty_change();
CREATE TRIGGER "duty_changed" BEFORE UPDATE OF "done_at", "extended_to", "promised_at", "generation" ON "duty"
  FOR EACH ROW EXECUTE FUNCTION note_duty_change();

CREATE FUNCTION note_official_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_by := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER "official_added" BEFORE INSERT ON "official" FOR EACH ROW EXECUTE FUNCTION note_official_change();
CREATE TRIGGER "official_changed" BEFORE UPDATE OF "active", "unit_code", "away_from", "away_until", "deputy_id" ON "official"
  FOR EACH ROW EXECUTE FUNCTION note_official_change();

CREATE FUNCTION note_role_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE official SET changed_by = pg_current_xact_id()::text::bigint
  WHERE id IN (SELECT official_id FROM granted);
  RETURN NULL;
END $$;
CREATE TRIGGER "role_granted" AFTER INSERT ON "role_grant" REFERENCING NEW TABLE AS granted
  FOR EACH STATEMENT EXECUTE FUNCTION note_role_change();

-- A unit that joins a campaign brings its people to the campaign's office.
CREATE FUNCTION note_joining() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE official SET changed_by = pg_current_xact_id()::text::bigint
  WHERE unit_code IN (SELECT unit_code FROM joined);
  RETURN NULL;
END $$;
CREATE TRIGGER "unit_joined" AFTER INSERT ON "campaign_unit" REFERENCING NEW TABLE AS joined
  FOR EACH STATEMENT EXECUTE FUNCTION note_joining();
