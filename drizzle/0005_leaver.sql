-- Who was removed while signed in may still hand in what waited on their phone: those sessions that the removal itself
-- ended (one transaction, one time), for 90 days. It gives them no role, so push parks everything and applies nothing.
CREATE FUNCTION find_leaver(hash text)
	RETURNS TABLE (person_id uuid, name text, organisation_id uuid, department_id uuid, locale text, grants jsonb)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT p.id, p.name, p.organisation_id, p.department_id, p.locale,
		jsonb_build_array(jsonb_build_object('organisationId', p.organisation_id, 'roles', '[]'::jsonb))
	FROM session s JOIN person p ON p.id = s.person_id
	WHERE s.token_hash = hash AND s.revoked_at = p.removed_at AND s.expires_at > p.removed_at
		AND p.removed_at > now() - interval '90 days' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_leaver FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_leaver TO athand_app;
