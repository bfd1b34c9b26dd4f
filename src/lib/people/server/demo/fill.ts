// The two customers of the demo with their workplaces and people. Runs at every start and does nothing when a customer is
// there already: what was changed in the demo stays until `npm run demo:reset`.

import type { FirstData } from '#lib/server/boot.ts';
import { demoId } from '#lib/server/demo-id.ts';
import type { Tx } from '#lib/server/db.ts';
import * as staff from '../staff/repository.ts';
import * as workplace from '../workplace/repository.ts';
import { demoHolidays, demoOrganisations, type DemoOrganisation } from './organisations.ts';
import { demoPeople, demoPersonId } from './people.ts';

export const fillDemoPeople: FirstData = async ({ settings, owner, database }) => {
	if (settings.mode !== 'demo') return;
	for (const { n, slug, name, timeZone, locale } of demoOrganisations)
		await workplace.foundOrganisation(owner, { id: demoId('organisation', n, 1), slug, name, timeZone, locale });
	const ids = demoOrganisations.map(({ n }) => demoId('organisation', n, 1));
	await database.withOrganisations(ids, async (tx) => {
		const empty = [];
		for (const one of demoOrganisations)
			if ((await workplace.departmentsOf(tx, demoId('organisation', one.n, 1))).length === 0) empty.push(one);
		for (const one of empty) await furnish(tx, one);
		if (empty.length) await lend(tx);
	});
};

async function furnish(tx: Tx, one: DemoOrganisation) {
	const { n, timeZone, departments, phones, hours } = one;
	const organisationId = demoId('organisation', n, 1);
	const departmentId = new Map(departments.map(({ code, n: at }) => [code, demoId('department', n, at)]));
	for (const { n: at, ...department } of departments)
		await workplace.addDepartment(tx, { ...department, id: demoId('department', n, at), organisationId, timeZone });

	const week = hours.flatMap(({ weekdays, ...period }) => weekdays.map((weekday) => ({ ...period, weekday })));
	const rows = week.map((period, at) => ({ ...period, id: demoId('hours', n, at) }));
	for (const channel of ['desk', 'phone', 'counter'] as const)
		await workplace.replaceHours(
			tx,
			organisationId,
			channel,
			rows.filter((row) => row.channel === channel)
		);
	const holidays = demoHolidays(new Date().getFullYear());
	await workplace.replaceHolidays(
		tx,
		organisationId,
		holidays.map((day, at) => ({ ...day, id: demoId('holiday', n, at) }))
	);
	await workplace.replacePhones(
		tx,
		organisationId,
		phones.map((phone, at) => ({ ...phone, id: demoId('phone', n, at) }))
	);

	for (const { employeeNumber, name, job, email, locale, roles, department, ...person } of demoPeople) {
		if (person.organisation !== n) continue;
		const home = departmentId.get(department);
		if (!home) throw new Error(`${name} works at ${department}, which is not in the demo`);
		const id = demoPersonId(person);
		await staff.addPerson(tx, {
			id,
			organisationId,
			departmentId: home,
			employeeNumber,
			name,
			job,
			email,
			// Invented like everything here: Denmark gives out no numbers that begin with 10.
			phone: `10 00 ${employeeNumber.slice(-4, -2)} ${employeeNumber.slice(-2)}`,
			locale,
			roles
		});
	}
}

/** Rights of some at the other customer's, once both are there. */
async function lend(tx: Tx) {
	for (const person of demoPeople)
		if (person.grant) {
			const other = person.organisation === 1 ? 2 : 1;
			await staff.grantRoles(tx, demoPersonId(person), demoId('organisation', other, 1), person.grant);
		}
}
