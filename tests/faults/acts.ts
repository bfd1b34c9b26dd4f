import type { FileId, MutationId, TicketId } from '#lib/domain/ids.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { poison } from './model-server.ts';
import { filesOn, isWhole } from './photos.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

// What people do on their devices.

const reportOf = (tab: Tab, ticketId: TicketId, text: string, photos: Photo[] = []) => ({
	ticketId,
	reference: 'K7F2',
	requesterId: tab.device.me.personId,
	departmentId: tab.device.me.departmentId,
	report: {
		...{ topic: 'broken', deviceKind: 'handheld', assetTag: null, symptom: 'charge', text, urgency: 'medium' },
		...{ tried: [], photos, locale: 'da' }
	}
});

const ticketOf = (world: World, tab: Tab, n: number) => {
	const tickets = world.rows(tab.device, 'ticket') as TicketRow[];
	return tickets[n % Math.max(1, tickets.length)];
};

const itemOf = (world: World, tab: Tab, n: number) => {
	const items = world.outbox(tab.device).filter((item) => item.kind !== 'outbox.discarded');
	return items[n % Math.max(1, items.length)];
};

export const report = (world: World, tab: Tab) =>
	world.save(tab, 'ticket.report', reportOf(tab, world.newId<TicketId>(), 'It is black'));

/** A report with one or two photos, or a reply with one, that the page begins to send at once. */
export async function withPhotos(world: World, tab: Tab, n: number): Promise<void> {
	const photos = Array.from({ length: n % 3 === 0 ? 2 : 1 }, (_, index) =>
		world.photos.take(world.newId<FileId>(), n + index)
	);
	const ticket = n % 4 === 0 ? ticketOf(world, tab, n) : undefined;
	if (ticket) await world.save(tab, 'ticket.reply', { ticketId: ticket.id, text: '', photos: [] }, { photos });
	else await world.save(tab, 'ticket.report', reportOf(tab, world.newId<TicketId>(), 'Look'), { photos });
	world.talk(tab);
}

export async function act(world: World, tab: Tab, n: number): Promise<void> {
	const ticket = ticketOf(world, tab, n);
	if (!ticket) return;
	const { id: ticketId } = ticket;
	const resolve = { ticketId, text: 'New cradle', solutionPoint: 'firstLine', guideId: null };
	const [kind, payload] = (
		[
			['ticket.reply', { ticketId, text: 'Now also red', photos: [] }],
			['ticket.see', { ticketId }],
			['ticket.withdraw', { ticketId }],
			['ticket.resolve', resolve],
			['ticket.reopen', { ticketId, text: '' }]
		] as const
	)[n % 5]!;
	await world.save(tab, kind, payload);
}

export const poisoned = (world: World, tab: Tab) => world.save(tab, 'guide.outcome', { guideId: poison });

/** A report is corrected: with its photos taken up again, with those that are named, or without. */
export async function edit(world: World, tab: Tab, n: number): Promise<void> {
	const item = itemOf(world, tab, n);
	if (item?.kind !== 'ticket.report') return;
	const supersedes: MutationId = item.mutationId;
	const named = (JSON.parse(item.payload) as { report: { photos: Photo[] } }).report.photos;
	const photos = filesOn(tab.device)
		.filter((file) => named.some(({ fileId }) => fileId === file.fileId) && isWhole(tab.device, file))
		.map(({ fileId }) => world.photos.prepared(fileId));
	const ways = [
		[named, photos],
		[named, []],
		[[], []]
	] as const;
	const [kept, added] = ways[n % 3]!;
	await world.save(tab, item.kind, reportOf(tab, item.ticketId!, 'It is red', [...kept]), {
		supersedes,
		photos: [...added]
	});
}

export async function discard(world: World, tab: Tab, n: number): Promise<void> {
	const item = itemOf(world, tab, n);
	if (item) await world.discard(tab, item);
}
