ALTER TABLE "upload" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "is_internal" boolean DEFAULT false NOT NULL;