ALTER TABLE "sync_mutation" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "sync_mutation" ADD COLUMN "decided_by" uuid;--> statement-breakpoint
ALTER TABLE "sync_mutation" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_mutation" ADD COLUMN "decision_reason" text;--> statement-breakpoint
CREATE INDEX "sync_mutation_held" ON "sync_mutation" USING btree ("organisation_id","received_at") WHERE "sync_mutation"."status" = 'parked' or "sync_mutation"."decision" is not null;--> statement-breakpoint
CREATE INDEX "sync_mutation_decided" ON "sync_mutation" USING btree ("person_id","decided_at") WHERE "sync_mutation"."decision" is not null;