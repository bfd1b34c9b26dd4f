import { m } from '#lib/paraglide/messages.js';
import type { FileRow } from '#lib/sync/tables.ts';
import type { Written } from './queries.ts';
import { caseTitle } from './title.ts';

const kinds: Record<string, () => string> = {
	'ticket.reply': m.tickets_outbox_reply,
	'ticket.confirm': m.tickets_outbox_confirm,
	'ticket.reopen': m.tickets_outbox_reopen,
	'ticket.withdraw': m.tickets_outbox_withdraw,
	'ticket.follow': m.tickets_outbox_follow
};

/** A report is called like its case; what was done to a case says what, and which case. */
export function outboxTitle({ item, ticket }: Pick<Written, 'item' | 'ticket'>): string {
	const about = ticket ? caseTitle(ticket.report) : '';
	if (item.kind === 'ticket.report') return about || m.tickets_topic_broken();
	const what = kinds[item.kind]?.() ?? m.tickets_outbox_other();
	return about ? `${what} · ${about}` : what;
}

/** Photos that will never arrive as they are. */
export const photoLosses = (files: readonly FileRow[]): FileRow[] =>
	files.filter(({ state }) => state === 'damaged' || state === 'refused');
