import * as z from 'zod/mini';
import { DepartmentId, PersonId, TicketId } from '../ids.ts';
import { onTicket, Photo, reportInput, Tried } from './inputs.ts';
import type { Photo as PhotoFact } from './event.ts';
import { deviceKinds, symptoms, textLimit, topics, urgencies } from './words.ts';
import { locales } from '../locale.ts';

// What can be read of an item that could not be applied. It may come from an older or a newer app, or be damaged: each
// field is taken for itself, and what does not fit is left out instead of taking the rest with it.

const text = z.catch(z.string(), '');
const photos = z.catch(z.array(Photo), []);

const ReportInput = z.object({
	...onTicket,
	reference: reportInput.shape.reference,
	requesterId: z.catch(z.nullable(PersonId), null),
	departmentId: z.catch(z.nullable(DepartmentId), null),
	report: z.object({
		topic: z.catch(z.enum(topics), 'question'),
		deviceKind: z.catch(z.nullable(z.enum(deviceKinds)), null),
		assetTag: z.catch(z.nullable(z.string().check(z.maxLength(80))), null),
		symptom: z.catch(z.nullable(z.enum(symptoms)), null),
		text,
		urgency: z.catch(z.enum(urgencies), 'medium'),
		tried: z.catch(z.array(Tried), []),
		photos,
		locale: z.catch(z.enum(locales), 'en')
	})
});
export type HeldReport = z.infer<typeof ReportInput>;

const Written = z.object({ ticketId: z.catch(z.nullable(TicketId), null), text, photos });

export type HeldContent = {
	/** The case that it was written on; of a report, the case that it would become. */
	ticketId: TicketId | null;
	text: string;
	photos: readonly PhotoFact[];
	/** A case can be made of it: null for anything but a report, and where too little of it is left. */
	report: HeldReport | null;
};

const nothing: HeldContent = { ticketId: null, text: '', photos: [], report: null };

export function heldContent(kind: string, payload: string | null): HeldContent {
	const data = json(payload);
	const report = kind === 'ticket.report' ? (ReportInput.safeParse(data).data ?? null) : null;
	if (report) return { ...report.report, ticketId: report.ticketId, report: fits(report) ? report : null };
	return { ...nothing, ...Written.safeParse(data).data };
}

// Longer is never cut: the desk reads all of it here, and writes the case itself.
const fits = ({ report }: HeldReport): boolean => report.text.length <= textLimit;

function json(payload: string | null): unknown {
	try {
		return JSON.parse(payload ?? '');
	} catch {
		return null;
	}
}
