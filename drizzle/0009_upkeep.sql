CREATE TABLE "guide_draft" (
	"organisation_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"state" text NOT NULL,
	"source" jsonb NOT NULL,
	"base" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_draft_organisation_id_guide_id_pk" PRIMARY KEY("organisation_id","guide_id")
);
--> statement-breakpoint
CREATE TABLE "guide_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"version" integer NOT NULL,
	"tested_on" date NOT NULL,
	"tester" text NOT NULL,
	"worked" boolean NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_upkeep" (
	"organisation_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"owner_id" uuid,
	"review_on" date,
	CONSTRAINT "guide_upkeep_organisation_id_guide_id_pk" PRIMARY KEY("organisation_id","guide_id")
);
--> statement-breakpoint
CREATE TABLE "guide_version" (
	"organisation_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"version" integer NOT NULL,
	"source" jsonb NOT NULL,
	"published_by_name" text,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"returned_to" integer,
	CONSTRAINT "guide_version_organisation_id_guide_id_version_pk" PRIMARY KEY("organisation_id","guide_id","version")
);
--> statement-breakpoint
ALTER TABLE "guide_draft" ADD CONSTRAINT "guide_draft_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_test" ADD CONSTRAINT "guide_test_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_upkeep" ADD CONSTRAINT "guide_upkeep_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_upkeep" ADD CONSTRAINT "guide_upkeep_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_version" ADD CONSTRAINT "guide_version_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guide_test_organisation_id_guide_id_index" ON "guide_test" USING btree ("organisation_id","guide_id");--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
	FOREACH name IN ARRAY ARRAY['guide_draft','guide_test','guide_upkeep','guide_version'] LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
		EXECUTE format('CREATE POLICY organisation_only ON %I TO athand_app
			USING (organisation_id = ANY (my_organisations())) WITH CHECK (organisation_id = ANY (my_organisations()))', name);
	END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON guide_draft, guide_test, guide_upkeep TO athand_app;
--> statement-breakpoint
-- A version is what people read on a day: the application adds one and changes none.
GRANT SELECT, INSERT ON guide_version TO athand_app;
