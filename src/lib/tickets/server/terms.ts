import type postgres from 'postgres';
import type { OrganisationRow } from '#lib/domain/rows.ts';
import { defaultTarget } from '#lib/domain/sla/priority.ts';
import { termsOf, type SlaTerms } from '#lib/domain/sla/terms.ts';

type Hours = Pick<OrganisationRow, 'timeZone' | 'hours' | 'holidays' | 'phones'> & { id: string };

/** When each organisation can be reached, for the promise of its tickets. */
export async function termsByOrganisation(
	sql: postgres.TransactionSql,
	organisationIds: readonly string[]
): Promise<Map<string, SlaTerms>> {
	const organisations = await sql<Hours[]>`
		select o.id, o.time_zone as "timeZone",
			coalesce((select json_agg(json_build_object('channel', h.channel, 'weekday', h.weekday, 'opens', h.opens,
				'closes', h.closes)) from opening_hours h where h.organisation_id = o.id), '[]') as hours,
			coalesce((select json_agg(json_build_object('day', d.day, 'name', d.name, 'opens', d.opens, 'closes', d.closes))
				from holiday d where d.organisation_id = o.id), '[]') as holidays,
			coalesce((select json_agg(json_build_object('purpose', p.purpose, 'number', p.number, 'label', p.label,
				'alwaysOpen', p.always_open)) from phone_number p where p.organisation_id = o.id), '[]') as phones
		from organisation o where o.id = any (${[...organisationIds]}::uuid[])`;
	return new Map(organisations.map(({ id, ...hours }) => [id, termsOf({ ...hours, promiseMinutes: defaultTarget })]));
}
