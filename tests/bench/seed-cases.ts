import { randomUUID } from 'node:crypto';
import { registry } from '#lib/app/server/registry.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Database } from '#lib/server/db.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, reportBy } from '#lib/sync/server/fixtures.ts';

/** So many cases of one workplace, an answer in every third, written by the product's own push. */
export async function seedCases(
	database: Database,
	people: { reporter: Actor; agent: Actor },
	count: number
): Promise<void> {
	const { reporter, agent } = people;
	const [phone, tablet] = [deviceOf(reporter), deviceOf(agent)];
	let left = count;
	const write = async (actor: Actor, item: ReturnType<typeof phone.item>) => {
		const { status, code } = await applyItem({ database, registry, actor }, item);
		if (status !== 'applied') throw new Error(`not applied: ${code}`);
	};
	const worker = async () => {
		while (left > 0) {
			const n = left--;
			const text = `Skærmen er sort, også efter genstart. Kasse ${n}, ${randomUUID()}`;
			const payload = reportBy(reporter, { text });
			await write(reporter, phone.item('ticket.report', payload));
			if (n % 3 > 0) continue;
			const answer = { ticketId: payload.ticketId, text: 'Vi sender en ny i dag.', photos: [] };
			await write(agent, tablet.item('ticket.answer', answer));
		}
	};
	await Promise.all(Array.from({ length: 8 }, worker));
}
