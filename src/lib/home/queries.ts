import { deliveryOf, type Delivery } from '#lib/domain/ticket/delivery.ts';
import type { DepartmentRow } from '#lib/domain/rows.ts';
import { signedIn } from '#lib/sync/me.ts';
import { rows } from '#lib/sync/rows.ts';
import { outbox } from '#lib/sync/outbox.ts';
import { clockOf, type Clock } from '#lib/tickets/promise.ts';
import { deviceNames, myCases, whoIsHere } from '#lib/tickets/queries.ts';
import { caseTitle } from '#lib/tickets/title.ts';

/** Where one could work: every workplace of one's organisation, by name. */
export async function workplaces(): Promise<DepartmentRow[]> {
	const [me, departments] = await Promise.all([signedIn(), rows.department.all()]);
	const mine = departments.filter(({ organisationId }) => organisationId === me?.organisationId);
	return mine.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What Home says about the case that matters most now: one that waits for the reader, else the latest open one. */
export type LatestCase = { href: string; title: string; clock: Clock; delivery: Delivery; now: number };

export async function latestCase(now: number): Promise<LatestCase | null> {
	const [here, cases, names] = await Promise.all([whoIsHere(), myCases(now), deviceNames()]);
	const ticket = cases.waiting[0] ?? cases.open[0];
	if (!ticket || !here?.organisation) return null;
	const [items, files] = await Promise.all([outbox.items(), outbox.files(ticket.id)]);
	const item = items.findLast(({ ticketId, state }) => ticketId === ticket.id && !isGone(state));
	return {
		href: `/cases/${ticket.id}`,
		title: caseTitle(ticket.report, ticket.report.assetTag ? names.get(ticket.report.assetTag) : null),
		clock: clockOf(ticket, here.organisation.promiseMinutes, now),
		delivery: deliveryOf(ticket, item ? { ...item, files } : null),
		now
	};
}

/** Said in passing, to those who look after guides and answers: nobody waits for it to arrive. */
const inPassing: readonly string[] = ['guide.outcome', 'question.asked'];

/** What was written here and has not arrived: what goes by itself, and what only the reader can mend. */
export async function unsent(): Promise<{ waiting: number; needsYou: number }> {
	const items = (await outbox.items()).filter(({ kind }) => !inPassing.includes(kind));
	return {
		waiting: items.filter(({ isPending }) => isPending === 1).length,
		needsYou: items.filter(({ state }) => state === 'needsYou').length
	};
}

const isGone = (state: string): boolean => state === 'superseded' || state === 'discarded';

/** How many cases are the reader's own, and all that they wrote here as JSON text to take along. */
export async function myData(now: number): Promise<{ cases: number; copy: string }> {
	const [{ waiting, open, closed }, items] = await Promise.all([myCases(now), outbox.items()]);
	const cases = [...waiting, ...open, ...closed];
	const unsent = items.filter(({ isPending, state }) => isPending === 1 || state === 'needsYou');
	return { cases: cases.length, copy: JSON.stringify({ cases, unsent }, null, '\t') };
}
