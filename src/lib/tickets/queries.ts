import type { DepartmentRow, DeviceRow, Me, OrganisationRow, PersonRow, TicketRow } from '#lib/domain/rows.ts';
import { alike } from '#lib/domain/ticket/alike.ts';
import type { Report } from '#lib/domain/ticket/event.ts';
import { groupMine, groupWorkplace, waitsFor, type Grouped } from '#lib/domain/ticket/mine.ts';
import { deliveryOf, type Delivery } from '#lib/domain/ticket/delivery.ts';
import { signedIn } from '#lib/sync/me.ts';
import { outbox } from '#lib/sync/outbox.ts';
import { rows } from '#lib/sync/rows.ts';
import { connection } from '#lib/sync/status.svelte.ts';
import type { FileRow, OutboxRow } from '#lib/sync/tables.ts';
import { midnight } from './when.ts';

/** What the screens ask of the device's own copy. All of it answers without network. */

/** Who is here and where: what every page of the report needs to know. Department and organisation come by pull. */
export type Here = { me: Me; department: DepartmentRow | null; organisation: OrganisationRow | null };

export async function whoIsHere(): Promise<Here | null> {
	const me = await signedIn();
	if (!me) return null;
	const [department, organisation] = await Promise.all([
		rows.department.get(me.departmentId),
		rows.organisation.get(me.organisationId)
	]);
	return { me, department: department ?? null, organisation: organisation ?? null };
}

export const caseById = async (id: string): Promise<TicketRow | null> => (await rows.ticket.get(id)) ?? null;

export async function myCases(now: number): Promise<Grouped<TicketRow>> {
	const [me, tickets] = await Promise.all([signedIn(), rows.ticket.all()]);
	return me ? groupMine(tickets, me.personId, now) : { waiting: [], open: [], closed: [] };
}

/** How many cases only the reader can move: the number on the badge. */
export async function waitingForMe(now: number): Promise<number> {
	const [me, tickets] = await Promise.all([signedIn(), rows.ticket.all()]);
	return me ? tickets.filter((ticket) => waitsFor(ticket, me.personId, now)).length : 0;
}

export async function workplaceCases(now: number): Promise<{ open: TicketRow[]; solved: TicketRow[] }> {
	const here = await whoIsHere();
	if (!here) return { open: [], solved: [] };
	const { departmentId } = here.me;
	const tickets = await rows.ticket.where('departmentId', departmentId);
	return groupWorkplace(tickets, departmentId, midnight(now, here.department?.timeZone));
}

/** Cases of one's own workplace on the same thing, apart from the one that is being corrected. */
export async function alikeHere(
	about: Pick<Report, 'topic' | 'deviceKind' | 'symptom' | 'assetTag'>,
	except: string
): Promise<TicketRow[]> {
	const me = await signedIn();
	if (!me) return [];
	const tickets = await rows.ticket.where('departmentId', me.departmentId);
	return alike(tickets, me.departmentId, about).filter(({ id }) => id !== except);
}

export const devicesHere = async (): Promise<DeviceRow[]> => {
	const me = await signedIn();
	return me ? rows.device.where('departmentId', me.departmentId) : [];
};

/** Labels are typed in any case and with spaces around; the register has one spelling. */
export async function deviceByTag(tag: string): Promise<DeviceRow | null> {
	const wanted = tag.trim();
	for (const spelling of new Set([wanted, wanted.toUpperCase()])) {
		const [found] = await rows.device.where('assetTag', spelling);
		if (found) return found;
	}
	return null;
}

/** Names of things by label, for titles: "Handheld 7 does not charge". */
export const deviceNames = async (): Promise<Map<string, string>> =>
	new Map((await rows.device.all()).map(({ assetTag, name }) => [assetTag, name]));

export async function colleagues(): Promise<PersonRow[]> {
	const me = await signedIn();
	if (!me) return [];
	const people = await rows.person.where('departmentId', me.departmentId);
	return people.filter(({ id }) => id !== me.personId).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** One thing that somebody did, as the outbox has it, with its photos and what became of it. */
export type Written = { item: OutboxRow; files: FileRow[]; ticket: TicketRow | null; delivery: Delivery };

/** Read before the first `await` of a query, so that screens follow it. */
const isOnline = (): boolean => connection.isOnline !== false;

async function written(item: OutboxRow, online: boolean): Promise<Written> {
	const ticket = item.ticketId ? await caseById(item.ticketId) : null;
	const ofTicket = item.ticketId ? await outbox.files(item.ticketId) : [];
	const files = ofTicket.filter(({ mutationId }) => mutationId === item.mutationId);
	return { item, files, ticket, delivery: deliveryOf(ticket, { state: item.state, code: item.code, files }, online) };
}

const isOnItsWay = ({ delivery }: Written): boolean =>
	['queued', 'sending', 'needsYou', 'changed'].includes(delivery.state);

/** What has not arrived: what needs the person first, then as it was written. Opening a case is nobody's business. */
export async function notSentYet(): Promise<Written[]> {
	const online = isOnline();
	const items = (await outbox.items()).filter(({ kind }) => kind.startsWith('ticket.') && kind !== 'ticket.see');
	const waiting = (await Promise.all(items.map((item) => written(item, online)))).filter(isOnItsWay);
	const needsPerson = ({ delivery }: Written) =>
		delivery.state === 'needsYou' || delivery.state === 'changed' ? 0 : 1;
	return waiting.toSorted((a, b) => needsPerson(a) - needsPerson(b));
}

/** What was written on one case from this device and has not been replaced or discarded, by its mutation. */
export async function writtenOn(ticketId: string): Promise<Map<string, Written>> {
	const online = isOnline();
	const items = (await outbox.items()).filter(
		(item) => item.ticketId === ticketId && item.state !== 'superseded' && item.state !== 'discarded'
	);
	const all = await Promise.all(items.map((item) => written(item, online)));
	return new Map(all.map((one) => [one.item.mutationId, one]));
}

/** What became of the latest thing that was written here on each case, as far as the device still knows. */
export async function latestDeliveries(): Promise<Map<string, Delivery>> {
	const waiting = await notSentYet();
	return new Map(waiting.flatMap(({ ticket, delivery }) => (ticket ? [[ticket.id, delivery] as const] : [])));
}
