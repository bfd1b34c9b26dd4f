import { m } from '#lib/paraglide/messages.js';
import { keptPhotos } from '#lib/sync/kept-photos.ts';
import { mutate } from '#lib/sync/mutate.ts';
import { discard as takeBack } from '#lib/sync/outbox-change.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { reopen } from './actions.ts';
import { mayHaveLeft } from './may-have-left.ts';
import type { Written } from './queries.ts';

/**
 * Takes back what waits, and says so with a way back. What never left is written anew by "undo", with its photos; what
 * may have arrived was withdrawn, and "undo" opens the case again.
 */
export async function discard({ item, files, ticket }: Written): Promise<void> {
	const photos = await keptPhotos(files.map(({ fileId }) => fileId));
	const isWithdrawn = mayHaveLeft(item);
	const gone = await takeBack(item.mutationId);
	if (!gone.ok) return announce(m.errors_try_again());
	const undo = () =>
		isWithdrawn && ticket ? reopen(ticket.id) : mutate(item.kind, JSON.parse(item.payload) as object, { photos });
	announce(isWithdrawn ? m.tickets_outbox_withdrawn() : m.tickets_outbox_discarded(), {
		label: m.tickets_undo(),
		run: () => void undo()
	});
}
