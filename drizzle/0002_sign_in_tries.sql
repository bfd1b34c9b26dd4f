CREATE TABLE "sign_in_try" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_try_since_index" ON "sign_in_try" USING btree ("since");--> statement-breakpoint
ALTER TABLE "credential" DROP COLUMN "failed_tries";--> statement-breakpoint
ALTER TABLE "credential" DROP COLUMN "locked_until";--> statement-breakpoint
-- No policy and no grant: the application reaches it through the function below only.
ALTER TABLE sign_in_try ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Counts before the secret is looked at, so that tries in parallel cannot pass the limit. A quarter of an hour after the
-- first try the count begins again; a success takes its own tries back with a negative step.
CREATE FUNCTION count_sign_in_try(wanted text, step integer) RETURNS integer
	LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE fresh timestamptz := now() - interval '15 minutes'; counted integer;
BEGIN
	DELETE FROM sign_in_try WHERE since < now() - interval '1 day';
	INSERT INTO sign_in_try AS t (key, tries, since) VALUES (wanted, greatest(step, 0), now())
		ON CONFLICT (key) DO UPDATE SET
			tries = greatest(CASE WHEN t.since < fresh THEN 0 ELSE t.tries END + step, 0),
			since = CASE WHEN t.since < fresh THEN now() ELSE t.since END
		RETURNING t.tries INTO counted;
	RETURN counted;
END $$;
--> statement-breakpoint
-- Where a database serves one customer, nobody has to type its name.
CREATE FUNCTION only_organisation() RETURNS TABLE (slug text)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT min(slug) FROM organisation HAVING count(*) = 1 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_sign_in_try, only_organisation FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_sign_in_try, only_organisation TO athand_app;
