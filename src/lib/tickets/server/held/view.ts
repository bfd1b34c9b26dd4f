import { mayIn } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { heldContent, type HeldReport } from '#lib/domain/ticket/held.ts';
import type { Tx } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';
import { casesOf, heldRows } from './repository.ts';
import { placeFor } from './place.ts';

/** A held item as one reader may see it: without the right to decide, that it is there and why, and no content. */
export async function heldItems(tx: Tx, actor: Actor, organisationIds: readonly string[]) {
	const sql = driver(tx);
	const rows = await heldRows(sql, organisationIds);
	const contents = new Map(rows.map(({ mutationId, kind, payload }) => [mutationId, heldContent(kind, payload)]));
	const cases = await casesOf(
		sql,
		[...contents.values()].flatMap(({ ticketId }) => ticketId ?? [])
	);
	return Promise.all(
		rows.map(async (row) => {
			const { payload: _payload, ...item } = row;
			const { ticketId, text, photos, report } = contents.get(row.mutationId)!;
			const onCase = (ticketId && cases.get(ticketId)) ?? null;
			const mayDecide = mayIn(actor, 'held.decide', row);
			const content = mayDecide ? { text, photos: photos.length, about: report && aboutOf(report) } : null;
			const place = report && !onCase ? await placeFor(sql, row, report) : null;
			return { ...item, content, onCase, becomesCaseOf: place?.name ?? null };
		})
	);
}

const aboutOf = ({ report: { topic, deviceKind, symptom, text } }: HeldReport) => ({
	topic,
	deviceKind,
	symptom,
	text
});
