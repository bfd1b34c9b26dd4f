import { live } from '#lib/sync/live.svelte.ts';
import { signedIn } from '#lib/sync/me.ts';
import { outbox } from '#lib/sync/outbox.ts';
import { rows } from '#lib/sync/rows.ts';
import { connection } from '#lib/sync/status.svelte.ts';
import { mayIn } from '#lib/domain/policy.ts';
import type { Desk } from './desk.ts';
import { nowMs } from './now.svelte.ts';

// The device's own copy as the desk reads it, kept up to date by itself. Nothing is fetched here and nothing is kept
// besides what the queries answer. Opened once, by the desk's layout.

export type Opened = 'reading' | 'notForYou' | Desk;

/** `reading` until the device has said who is signed in; `notForYou` for somebody who does not work at a desk. */
export function openDesk(): () => Opened {
	const me = live(signedIn);
	const tickets = live(() => rows.ticket.all());
	const departments = live(() => rows.department.all());
	const people = live(() => rows.person.all());
	const devices = live(() => rows.device.all());
	const organisations = live(() => rows.organisation.all());
	const items = live(() => outbox.items());

	// An attempt that began and met no network is waiting, not sending.
	const sending = $derived(connection.isOnline === false ? 'queued' : 'sending');
	const waiting = $derived(
		Object.fromEntries(
			(items.current ?? []).flatMap(({ mutationId, state }) =>
				state === 'queued' || state === 'sending' ? [[mutationId, state === 'sending' ? sending : state] as const] : []
			)
		)
	);

	return () => {
		const actor = me.current;
		if (!actor) return 'reading';
		if (!actor.grants.some((grant) => mayIn(actor, 'desk.open', grant))) return 'notForYou';
		return {
			me: actor,
			nowMs: nowMs(),
			tickets: tickets.current ?? null,
			departments: departments.current ?? [],
			people: people.current ?? [],
			devices: devices.current ?? [],
			organisations: organisations.current ?? [],
			isOnline: connection.isOnline !== false,
			waiting
		};
	};
}
