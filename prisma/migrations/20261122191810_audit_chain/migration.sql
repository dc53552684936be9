-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_unsealed" (
    "event_id" BIGINT NOT NULL,

    CONSTRAINT "audit_unsealed_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_event_id_key" ON "audit_seal"("event_id");

-- AddForeignKey
ALTER TABLE "audit_unsealed" ADD CONSTRAINT "audit_unsealed_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was recorded before there was a chain is sealed with the rest.
INSERT INTO "audit_unsealed" ("event_id") SELECT "id" FROM "audit_event";

CREATE FUNCTION note_unsealed_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unsealed (event_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_event_unsealed" AFTER INSERT ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION note_unsealed_audit();

CREATE FUNCTION refuse_audit_seal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_seal is append-only';
END $$;
CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_seal_change();
