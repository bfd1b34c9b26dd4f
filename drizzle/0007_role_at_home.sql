-- The home grant names the department of the register: a superuser who works elsewhere for now is none there.
CREATE OR REPLACE FUNCTION find_actor(person uuid)
	RETURNS TABLE (person_id uuid, name text, organisation_id uuid, department_id uuid, locale text, grants jsonb)
	LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT p.id, p.name, p.organisation_id, coalesce(p.workplace_id, p.department_id), p.locale,
		jsonb_build_array(jsonb_build_object(
			'organisationId', p.organisation_id, 'departmentId', p.department_id, 'roles', p.roles))
		|| coalesce((SELECT jsonb_agg(jsonb_build_object('organisationId', g.organisation_id, 'roles', g.roles)
			ORDER BY g.organisation_id) FROM person_grant g WHERE g.person_id = p.id AND g.organisation_id <> p.organisation_id), '[]')
	FROM person p WHERE p.id = person AND p.removed_at IS NULL $$;
