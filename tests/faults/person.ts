import type { DepartmentId, OrganisationId, PersonId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';

const organisationId = '0192f0a0-0000-7000-8000-00000000aaaa' as OrganisationId;
const departmentId = '0192f0a0-0000-7000-8000-00000000bbbb' as DepartmentId;

export const person = (name: string, personId: PersonId): Me => ({
	...{ personId, name, organisationId, departmentId },
	locale: 'da',
	grants: []
});
