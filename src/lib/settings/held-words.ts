import { isErrorCode, type ErrorCode } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { caseTitle } from '#lib/tickets/title.ts';
import { timeWord } from '#lib/tickets/when.ts';
import type { HeldItem } from './requests.ts';

/** What it is: a report is called as its case would be. Whoever may not read it learns the kind only. */
export function heldTitle({ kind, content }: HeldItem): string {
	if (content?.about) return caseTitle(content.about);
	if (kind === 'ticket.report') return m.settings_held_report();
	return kind === 'ticket.reply' ? m.settings_held_reply() : m.settings_held_other();
}

const reasons: Partial<Record<ErrorCode, (of: { name: string }) => string>> = {
	rights_lost: m.settings_held_why_rights,
	not_found: m.settings_held_why_gone,
	schema_too_old: () => m.settings_held_why_version(),
	unknown_kind: () => m.settings_held_why_version()
};

/** Why it could not be applied, told of its author and not to them. */
export const whyHeld = ({ code, authorName }: HeldItem): string =>
	(isErrorCode(code) && reasons[code]?.({ name: authorName })) || m.settings_held_why_other();

/** Who decided what, and when. */
export function whatBecame({ decision, decidedBy, decidedAt, decisionReason, number }: HeldItem, now: number): string {
	const by = { name: decidedBy ?? '', time: timeWord(decidedAt ?? '', now) };
	if (decision === 'setAside') return m.settings_held_became_aside({ ...by, reason: decisionReason ?? '' });
	const known = { ...by, number: number ?? 0 };
	return decision === 'case' ? m.settings_held_became_case(known) : m.settings_held_became_note(known);
}
