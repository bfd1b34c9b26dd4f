import type { TicketRow } from '#lib/domain/rows.ts';
import type { BaseRow, OutboxRow } from '#lib/sync/tables.ts';
import { photoLiveness, photoSafety } from './photo-invariants.ts';
import type { Device } from './tab.ts';
import type { World } from './world.ts';

// The invariants of SPEC.md as counts of what is wrong. `safety` holds after every step, `liveness` once the faults
// have stopped.

export type Verdict = { lost: string[]; doubled: string[]; gaps: string[]; stuck: string[] };

export const nothingWrong = ({ lost, doubled, gaps, stuck }: Verdict): boolean =>
	lost.length + doubled.length + gaps.length + stuck.length === 0;

/** I1 no loss, I3 exactly once, I4 acknowledged means durable, I6 one sender and its author. */
export function safety(world: World): Verdict {
	const { server } = world;
	const onDevices = new Map<string, OutboxRow>();
	const lost: string[] = [];
	for (const device of world.devices)
		for (const item of world.outbox(device)) {
			if (item.kind !== 'outbox.discarded') onDevices.set(item.mutationId, item);
			const isOurs = item.state === 'acked' && item.ackedEpoch === server.epoch;
			if (isOurs && !server.state.claims.has(item.mutationId)) lost.push(`I4 ${item.mutationId}`);
			if (item.author !== device.me.personId) lost.push(`I6 author ${item.mutationId}`);
		}
	for (const id of world.promised)
		if (!onDevices.has(id) && !server.state.claims.has(id) && !world.noticed.has(id)) lost.push(`I1 ${id}`);
	const doubled = [...server.state.effects].filter(([, times]) => times > 1).map(([id]) => `I3 ${id}`);
	for (const { events } of server.state.tickets.values()) {
		const ids = events.map(({ mutationId }) => mutationId);
		if (new Set(ids).size < ids.length) doubled.push('I3 event');
	}
	const { twoSenders } = world.network;
	if (twoSenders > 0) doubled.push(`I6 two senders, ${twoSenders} requests`);
	const photos = photoSafety(world);
	return { lost: [...lost, ...photos.lost], doubled, gaps: photos.gaps, stuck: [] };
}

/** I7 everything drains, I9 poison delays nobody, I13 and I15 all see the same, I17 also after a restore. */
export function liveness(world: World): Verdict {
	const { lost, doubled, gaps, stuck } = safety(world);
	const photos = photoLiveness(world);
	lost.push(...photos.lost);
	stuck.push(...photos.stuck);
	for (const device of world.devices) {
		for (const item of world.outbox(device)) {
			if (item.isPending) stuck.push(`I7 ${item.mutationId} ${item.state} ${item.code}`);
			if (item.state === 'acked' && !world.server.state.claims.has(item.mutationId))
				lost.push(`I17 ${item.mutationId}`);
		}
		gaps.push(...differences(world, device));
	}
	return { lost, doubled, gaps, stuck };
}

function differences(world: World, device: Device): string[] {
	const bases = new Map((world.rows(device, 'base') as BaseRow[]).map((base) => [base.id as string, base.row]));
	const shown = new Map((world.rows(device, 'ticket') as TicketRow[]).map((row) => [row.id as string, row]));
	const ids = new Set([...world.server.state.tickets.keys(), ...shown.keys(), ...bases.keys()]);
	return [...ids].filter((id) => {
		const here = bases.has(id) ? bases.get(id) : shown.get(id);
		const there = world.server.rowFor(id, device.me);
		return eventsOf(here) !== eventsOf(there);
	});
}

const eventsOf = (row: TicketRow | null | undefined): string =>
	row ? row.events.map(({ mutationId }) => mutationId).join() : 'none';
