-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "photo_id" UUID,
ADD COLUMN     "photo_settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "praise" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "photo_agreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "photo_id" UUID;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_photo_id_fkey" FOREIGN KEY ("photo_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "praise" ADD CONSTRAINT "praise_photo_id_fkey" FOREIGN KEY ("photo_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever was to consent before has been asked.
UPDATE "praise" SET "asked_at" = "proposed_at";
