import { m } from '#lib/paraglide/messages.js';
import type { FileRow, OutboxRow } from '#lib/sync/tables.ts';
import type { Written } from './queries.ts';
import { caseTitle } from './title.ts';
import { timeWord } from './when.ts';

const kinds: Record<string, () => string> = {
	'ticket.report': m.tickets_outbox_report,
	'ticket.reply': m.tickets_outbox_reply,
	'ticket.confirm': m.tickets_outbox_confirm,
	'ticket.reopen': m.tickets_outbox_reopen,
	'ticket.withdraw': m.tickets_outbox_withdraw,
	'ticket.follow': m.tickets_outbox_follow,
	photo: m.tickets_outbox_photo
};

/** What somebody did, where nothing else of it is known. */
export const kindWord = (kind: string): string => (kinds[kind] ?? m.tickets_outbox_other)();

/** A report is called like its case; what was done to a case says what, and which case. */
export function outboxTitle({ item, ticket }: Pick<Written, 'item' | 'ticket'>): string {
	const about = ticket ? caseTitle(ticket.report) : '';
	if (item.kind === 'ticket.report') return about || m.tickets_topic_broken();
	const what = kindWord(item.kind);
	return about ? `${what} · ${about}` : what;
}

/** What a person at IT has made of what could not be applied; one that became a case is no longer here. */
export const becameWord = ({ as, by, at, reason }: NonNullable<OutboxRow['decision']>, now: number): string => {
	const said = { name: by.split(' ')[0] ?? '', time: timeWord(at, now) };
	return as === 'setAside' ? m.tickets_held_aside({ ...said, reason: reason ?? '' }) : m.tickets_held_note(said);
};

/** Photos that will never arrive as they are. */
export const photoLosses = (files: readonly FileRow[]): FileRow[] =>
	files.filter(({ state }) => state === 'damaged' || state === 'refused');
