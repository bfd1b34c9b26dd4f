-- The walls: the application's role owns nothing, sees only the organisations named in its transaction, and takes its
-- change positions at commit. Tables belong to the role that migrates; row-level security binds everybody else.

DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'athand_app') THEN
		CREATE ROLE athand_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
	END IF;
END $$;
--> statement-breakpoint
DO $$ BEGIN
	EXECUTE format('GRANT athand_app TO %I', current_user);
	EXECUTE format('GRANT USAGE ON SCHEMA %I TO athand_app', current_schema());
END $$;
--> statement-breakpoint
-- Fails closed: without the setting there is no organisation, so there are no rows.
CREATE FUNCTION my_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(string_to_array(nullif(current_setting('app.organisations', true), ''), ',')::uuid[], '{}') $$;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
	FOREACH name IN ARRAY ARRAY['department','opening_hours','holiday','phone_number','service','device','credential',
		'session','invitation','audit_entry','guide','guide_outcome','ticket','ticket_event','sync_mutation',
		'change_log','upload']
	LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
		EXECUTE format('CREATE POLICY organisation_only ON %I TO athand_app
			USING (organisation_id = ANY (my_organisations())) WITH CHECK (organisation_id = ANY (my_organisations()))', name);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO athand_app', name);
	END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY organisation_only ON organisation TO athand_app
	USING (id = ANY (my_organisations())) WITH CHECK (id = ANY (my_organisations()));
--> statement-breakpoint
GRANT SELECT, UPDATE ON organisation TO athand_app;
--> statement-breakpoint
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE person_grant ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY organisation_only ON person_grant TO athand_app
	USING (organisation_id = ANY (my_organisations())) WITH CHECK (organisation_id = ANY (my_organisations()));
--> statement-breakpoint
-- Names of those who work here, also when their home is another organisation (an agent of a shared desk).
CREATE POLICY read_people ON person FOR SELECT TO athand_app USING (
	organisation_id = ANY (my_organisations())
	OR EXISTS (SELECT FROM person_grant g WHERE g.person_id = person.id AND g.organisation_id = ANY (my_organisations())));
--> statement-breakpoint
CREATE POLICY write_people ON person FOR INSERT TO athand_app WITH CHECK (organisation_id = ANY (my_organisations()));
--> statement-breakpoint
CREATE POLICY change_people ON person FOR UPDATE TO athand_app
	USING (organisation_id = ANY (my_organisations())) WITH CHECK (organisation_id = ANY (my_organisations()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON person TO athand_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON person_grant TO athand_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit_entry FROM athand_app;
--> statement-breakpoint
REVOKE DELETE ON ticket, ticket_event, sync_mutation, change_log FROM athand_app;
--> statement-breakpoint
REVOKE UPDATE ON ticket_event, change_log FROM athand_app;
--> statement-breakpoint
GRANT SELECT ON server_epoch TO athand_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE change_log_id_seq TO athand_app;
--> statement-breakpoint

-- Commit-time position. Sequence order is not commit order: a reader that saw 101 would never be given 100 that commits
-- later. This trigger runs at commit, under one lock that is let go only after the commit is visible, so that
-- position order is visibility order. Nothing takes a row lock after it, so it cannot deadlock.
CREATE SEQUENCE change_position;
--> statement-breakpoint
CREATE FUNCTION take_change_position() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE next bigint; told text[]; BEGIN
	PERFORM pg_advisory_xact_lock(7283645);
	next := nextval('change_position');
	-- Older entries are those with a smaller position: one transaction may record a row twice, and an entry that is
	-- still to come has none. Pulls read only the latest, so it inherits who has to be told that the row left them.
	WITH older AS (
		UPDATE change_log SET is_latest = false
		WHERE kind = NEW.kind AND row_id = NEW.row_id AND organisation_id = NEW.organisation_id AND is_latest AND position < next
		RETURNING scopes || left_scopes AS seen_by
	)
	UPDATE change_log SET position = next, left_scopes = ARRAY(
		SELECT DISTINCT scope FROM (SELECT unnest(seen_by) AS scope FROM older UNION ALL SELECT unnest(NEW.left_scopes)) s
		WHERE scope <> ALL (NEW.scopes))
	WHERE id = NEW.id RETURNING scopes || left_scopes INTO told;
	-- Who should look now. A notification holds 8,000 bytes; a longer list wakes the whole organisation instead.
	PERFORM pg_notify('athand_change', NEW.organisation_id::text || ' ' || CASE
		WHEN cardinality(told) <= 100 THEN array_to_string(told, ' ') ELSE '*' END);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER change_log_position AFTER INSERT ON change_log
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION take_change_position();
--> statement-breakpoint

-- Case numbers: one sequence for each organisation, so that two reporters never wait for each other. Gaps are allowed.
CREATE FUNCTION next_ticket_number(organisation uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	IF NOT organisation = ANY (my_organisations()) THEN RAISE EXCEPTION 'not this organisation'; END IF;
	RETURN nextval(format('%I', 'ticket_number_' || replace(organisation::text, '-', '')));
END $$;
--> statement-breakpoint
CREATE FUNCTION organisation_sequence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	EXECUTE format('CREATE SEQUENCE %I START 1001', 'ticket_number_' || replace(NEW.id::text, '-', ''));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisation_sequence AFTER INSERT ON organisation FOR EACH ROW EXECUTE FUNCTION organisation_sequence();
--> statement-breakpoint

-- What of a claim another organisation's device may learn: that the id is taken, and whether it was the same bytes.
CREATE FUNCTION claimed_mutation(mutation uuid)
	RETURNS TABLE (status text, code text, payload_sha256 text, person_id uuid, number integer)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT status, code, payload_sha256, person_id, number FROM sync_mutation WHERE mutation_id = mutation $$;
--> statement-breakpoint

-- Devices send again what they hold when the epoch changes. Many nodes may notice at once: only the first changes it.
CREATE FUNCTION begin_epoch(known uuid) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS
$$ UPDATE server_epoch SET epoch = gen_random_uuid(), started_at = now() WHERE epoch = known;
	SELECT epoch FROM server_epoch $$;
--> statement-breakpoint
-- Photos whose bytes are whole and that wait to be rewritten: any node may do it, whoever sent them.
CREATE FUNCTION waiting_uploads() RETURNS TABLE (file_id uuid, organisation_id uuid)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT file_id, organisation_id FROM upload WHERE state = 'verified' ORDER BY last_activity_at LIMIT 100 $$;
--> statement-breakpoint

-- Before anybody is signed in there is no organisation to name: these answer exactly one question each.
CREATE FUNCTION find_session(hash text)
	RETURNS TABLE (person_id uuid, organisation_id uuid, expires_at timestamptz, last_used_at timestamptz)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT s.person_id, s.organisation_id, s.expires_at, s.last_used_at FROM session s JOIN person p ON p.id = s.person_id
	WHERE s.token_hash = hash AND s.revoked_at IS NULL AND s.expires_at > now() AND p.removed_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION find_actor(person uuid)
	RETURNS TABLE (person_id uuid, name text, organisation_id uuid, department_id uuid, locale text, grants jsonb)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT p.id, p.name, p.organisation_id, p.department_id, p.locale,
		jsonb_build_array(jsonb_build_object('organisationId', p.organisation_id, 'roles', p.roles))
		|| coalesce((SELECT jsonb_agg(jsonb_build_object('organisationId', g.organisation_id, 'roles', g.roles)
			ORDER BY g.organisation_id) FROM person_grant g WHERE g.person_id = p.id AND g.organisation_id <> p.organisation_id), '[]')
	FROM person p WHERE p.id = person AND p.removed_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION find_organisation(wanted text) RETURNS TABLE (id uuid, name text, locale text)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT id, name, locale FROM organisation WHERE slug = wanted $$;
--> statement-breakpoint
CREATE FUNCTION find_invitation(hash text) RETURNS TABLE (organisation_id uuid, person_id uuid)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT organisation_id, person_id FROM invitation WHERE token_hash = hash AND used_at IS NULL AND expires_at > now() $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION my_organisations, take_change_position, next_ticket_number, organisation_sequence, claimed_mutation,
	begin_epoch, waiting_uploads, find_session, find_actor, find_organisation, find_invitation FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION my_organisations, next_ticket_number, claimed_mutation, begin_epoch, waiting_uploads, find_session,
	find_actor, find_organisation, find_invitation TO athand_app;
