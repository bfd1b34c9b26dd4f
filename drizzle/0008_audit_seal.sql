CREATE TABLE "audit_seal" (
	"organisation_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seal_organisation_id_seq_pk" PRIMARY KEY("organisation_id","seq"),
	CONSTRAINT "audit_seal_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The chain of the audit log. The application can neither read nor write it: it only asks for the next links.
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What a link holds of an entry: every column, in one form only.
CREATE FUNCTION audit_link(before text, entry audit_entry) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT encode(sha256(convert_to(coalesce(before, '') || jsonb_build_array(entry.id, entry.organisation_id,
	to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor_id, entry.action, entry.subject,
	entry.detail)::text, 'UTF8')), 'hex') $$;
--> statement-breakpoint
-- Before this time everything has its link. No transaction lives for an hour: what claims to be older than that and was
-- not there when the last link was made was not written by us. A log that is longer than one turn is taken in its order.
CREATE FUNCTION audit_horizon(customer uuid) RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT least(s.sealed_at, e.at) - interval '1 hour'
	FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
	WHERE s.organisation_id = customer ORDER BY s.seq DESC LIMIT 1), '-infinity') $$;
--> statement-breakpoint
-- Entries that are committed and have no link get theirs, one node at a time for each organisation. The order of the chain
-- is the order in which they are found, so one that commits late comes later and none is missed.
CREATE FUNCTION seal_audit(most integer) RETURNS integer
	LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE customer uuid; last audit_seal; entry audit_entry; added integer := 0; BEGIN
	FOR customer IN SELECT id FROM organisation ORDER BY id LOOP
		CONTINUE WHEN NOT pg_try_advisory_xact_lock(7283647, hashtext(customer::text));
		last := NULL;
		SELECT * INTO last FROM audit_seal WHERE organisation_id = customer ORDER BY seq DESC LIMIT 1;
		FOR entry IN
			SELECT * FROM audit_entry e WHERE e.organisation_id = customer
				AND e.at > audit_horizon(customer)
				AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
			ORDER BY e.at, e.id LIMIT most
		LOOP
			last.seq := coalesce(last.seq, 0) + 1;
			last.hash := audit_link(last.hash, entry);
			INSERT INTO audit_seal (organisation_id, seq, entry_id, hash) VALUES (customer, last.seq, entry.id, last.hash);
			added := added + 1;
		END LOOP;
	END LOOP;
	RETURN added;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_link, audit_horizon, seal_audit FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION seal_audit TO athand_app;
