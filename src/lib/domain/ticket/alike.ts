import type { Report } from './event.ts';
import { isOpen, type Ticket } from './ticket.ts';

type About = Pick<Report, 'topic' | 'deviceKind' | 'symptom' | 'assetTag'>;

/**
 * Open cases of the same workplace on the same thing, the oldest first: follow one instead of reporting again.
 * With a label on both sides the label decides; otherwise the same kind of thing with the same symptom.
 */
export const alike = <T extends Ticket>(tickets: readonly T[], departmentId: string, about: About): T[] =>
	tickets
		.filter((ticket) => ticket.departmentId === departmentId && !ticket.isPrivate && isOpen(ticket))
		.filter((ticket) => isSame(ticket.report, about))
		.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));

function isSame(report: Report, about: About): boolean {
	if (report.topic !== about.topic || !about.deviceKind || report.deviceKind !== about.deviceKind) return false;
	if (report.assetTag && about.assetTag) return report.assetTag === about.assetTag;
	return report.symptom === about.symptom && about.symptom !== 'other';
}
