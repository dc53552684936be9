-- AlterTable
ALTER TABLE "official" ADD COLUMN     "own_address" TEXT;

-- CreateTable
CREATE TABLE "group_code" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "cluster" TEXT,
    "issued_by" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_group" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "code_id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "cluster" TEXT,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "unlinked_at" TIMESTAMPTZ(3),
    "unreachable" TEXT,
    "posts_totals" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "chat_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_post" (
    "group_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_post_pkey" PRIMARY KEY ("group_id","occasion")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_code_code_hash_key" ON "group_code"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "chat_group_number_key" ON "chat_group"("number");

-- CreateIndex
CREATE INDEX "chat_group_campaign_id_idx" ON "chat_group"("campaign_id");

-- AddForeignKey
ALTER TABLE "group_post" ADD CONSTRAINT "group_post_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "chat_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One live link per chat.
CREATE UNIQUE INDEX "chat_group_live_key" ON "chat_group" ("address") WHERE "unlinked_at" IS NULL;
