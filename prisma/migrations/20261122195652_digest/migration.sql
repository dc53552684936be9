-- CreateTable
CREATE TABLE "digest" (
    "campaign_id" TEXT NOT NULL,
    "official_id" UUID NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("campaign_id","official_id","on")
);
