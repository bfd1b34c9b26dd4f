CREATE TABLE "question" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"person_id" uuid,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"guide_id" text,
	"confidence" real NOT NULL,
	"outcome" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_organisation_id_asked_at_index" ON "question" USING btree ("organisation_id","asked_at");--> statement-breakpoint
ALTER TABLE question ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY organisation_only ON question TO athand_app
	USING (organisation_id = ANY (my_organisations())) WITH CHECK (organisation_id = ANY (my_organisations()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON question TO athand_app;
--> statement-breakpoint
-- Who asked is nobody's business after 90 days, in every organisation; the question stays.
CREATE FUNCTION forget_askers() RETURNS integer
	LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS
$$ WITH forgotten AS (
		UPDATE question SET person_id = NULL WHERE person_id IS NOT NULL AND asked_at < now() - interval '90 days' RETURNING 1
	) SELECT count(*)::int FROM forgotten $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION forget_askers FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION forget_askers TO athand_app;
