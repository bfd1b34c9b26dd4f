import { errors, type ErrorCode } from '#lib/domain/errors.ts';
import type { MutationId } from '#lib/domain/ids.ts';
import type { PersonRow, TicketRow } from '#lib/domain/rows.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Impact, SolutionPoint, Urgency } from '#lib/domain/ticket/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { mutate } from '#lib/sync/mutate.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { discard, retry } from '#lib/sync/outbox-change.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import type { Written } from './composer-draft.svelte.ts';

// What the desk does to a case, with or without network. Each returns null when it is kept on this device, else the
// sentence that says why not.

type Refusal = Promise<string | null>;

/** The sentence of a refusal. */
export const reasonOf = (code: ErrorCode): string => m[errors[code].message]();

const refusal = (result: Result<unknown>): string | null => (result.ok ? null : reasonOf(result.code));

const assignTo = (ticketId: string, to: { id: string; name: string } | null, text: string) =>
	mutate('ticket.assign', { ticketId, assigneeId: to?.id ?? null, assigneeName: to?.name ?? null, text });

function announceUndo(text: string, ticket: TicketRow): void {
	const back = ticket.assignee;
	announce(text, { label: m.desk_undo(), run: () => void assignTo(ticket.id, back, '') });
}

async function take(ticket: TicketRow): Refusal {
	const result = await mutate('ticket.take', { ticketId: ticket.id });
	if (result.ok) announceUndo(m.desk_taken(), ticket);
	return refusal(result);
}

async function assign(ticket: TicketRow, to: PersonRow | null, why: string): Refusal {
	const result = await assignTo(ticket.id, to, why);
	if (result.ok) announceUndo(to ? m.desk_sent_on({ name: to.name }) : m.desk_put_back(), ticket);
	return refusal(result);
}

/** Who answers or asks has the case, so that no conversation is nobody's. */
async function write(
	ticket: TicketRow,
	{ mode, text, choices }: Written,
	photos: readonly PreparedPhoto[] = []
): Refusal {
	const ticketId = ticket.id;
	const name = ticket.requester.name.split(' ')[0] ?? '';
	if (mode === 'note') {
		const result = await mutate('ticket.note', { ticketId, text });
		if (result.ok) announce(m.desk_noted());
		return refusal(result);
	}
	const taken = ticket.assignee ? null : refusal(await mutate('ticket.take', { ticketId }));
	if (taken) return taken;
	const result =
		mode === 'ask'
			? await mutate('ticket.ask', { ticketId, text, choices })
			: await mutate('ticket.answer', { ticketId, text, photos: [] }, { photos });
	if (result.ok && result.value.lostPhotos.length > 0) announce(m.desk_photos_lost());
	else if (result.ok) announce(mode === 'ask' ? m.desk_asked({ name }) : m.desk_answered({ name }));
	return refusal(result);
}

const promise = async ({ id, requester }: TicketRow, before: string): Refusal => {
	const result = await mutate('ticket.promise', { ticketId: id, before });
	if (result.ok) announce(m.desk_promised({ name: requester.name.split(' ')[0] ?? '' }));
	return refusal(result);
};

const weigh = async ({ id }: TicketRow, impact: Impact, urgency: Urgency): Refusal =>
	refusal(await mutate('ticket.prioritise', { ticketId: id, impact, urgency }));

async function solve(
	{ id, requester }: TicketRow,
	text: string,
	solutionPoint: SolutionPoint,
	guideId: string | null
): Refusal {
	const result = await mutate('ticket.resolve', { ticketId: id, text, solutionPoint, guideId });
	if (result.ok) announce(m.desk_solved_announced({ name: requester.name.split(' ')[0] ?? '' }));
	return refusal(result);
}

/** A person at the desk has opened it. Saying so twice says nothing new. */
export async function see(ticket: TicketRow): Promise<void> {
	if (!ticket.seen) await mutate('ticket.see', { ticketId: ticket.id });
}

export const caseActions = {
	take,
	assign,
	write,
	promise,
	weigh,
	solve,
	retry: (mutationId: MutationId): Refusal => retry(mutationId).then(refusal),
	discard: (mutationId: MutationId): Refusal => discard(mutationId).then(refusal)
};

export type CaseActions = typeof caseActions;
