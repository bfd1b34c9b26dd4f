import type { TicketRow } from '#lib/domain/rows.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { createSearchIndex } from '#lib/text/search-index.ts';
import { clockOf, defaultPromiseMinutes } from '#lib/tickets/promise.ts';
import { deviceNames, myCases, whoIsHere, workplaceCases } from '#lib/tickets/queries.ts';
import { caseTitle } from '#lib/tickets/title.ts';

/** A case in one row: what it is and how it stands. */
export type CaseLine = { id: string; title: string; line: string };

const mostCases = 5;

async function lines(tickets: readonly TicketRow[], now: number): Promise<CaseLine[]> {
	const [here, names] = await Promise.all([whoIsHere(), deviceNames()]);
	const minutes = here?.organisation?.promiseMinutes ?? defaultPromiseMinutes;
	return tickets.slice(0, mostCases).map((ticket) => ({
		id: ticket.id,
		title: caseTitle(ticket.report, ticket.report.assetTag ? names.get(ticket.report.assetTag) : null),
		line: clockOf(ticket, minutes, now, ticket.requester.id === here?.me.personId).sentence
	}));
}

/** "What is happening with my case?": what waits for the reader first, then the latest. */
export async function ownOpen(now: number): Promise<CaseLine[]> {
	const { waiting, open } = await myCases(now);
	return lines([...waiting, ...open], now);
}

/**
 * "Is it only me?": colleagues' open cases about the same words, else whatever is open at this workplace.
 * @param words what the trouble is, as it was said so far; may be empty
 */
export async function othersHere(words: string, now: number): Promise<{ isAlike: boolean; cases: CaseLine[] }> {
	const [here, { open }] = await Promise.all([whoIsHere(), workplaceCases(now)]);
	const others = open.filter(({ requester }) => requester.id !== here?.me.personId);
	const index = createSearchIndex(others.map(docOf), getLocale());
	const found = index.search(words).flatMap(({ id }) => others.find((ticket) => ticket.id === id) ?? []);
	return { isAlike: found.length > 0, cases: await lines(found.length ? found : others, now) };
}

const docOf = ({ id, report }: TicketRow) => ({
	id,
	lang: report.locale,
	title: caseTitle(report),
	keywords: [],
	summary: report.text,
	steps: []
});
