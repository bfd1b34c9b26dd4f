import * as z from 'zod/mini';
import { DepartmentId, FileId, PersonId, TicketId } from '../ids.ts';
import { locales } from '../locale.ts';
import {
	deviceKinds,
	photoBytesLimit,
	photoLimit,
	saidLimit,
	symptoms,
	textLimit,
	topics,
	urgencies
} from './words.ts';

// Fields that several mutations share. Text may be empty where a photo or a tile already says it.
export const text = z.string().check(z.maxLength(textLimit));
export const neededText = z.string().check(z.trim(), z.minLength(1), z.maxLength(textLimit));

export const Photo = z.object({
	fileId: FileId,
	size: z.int().check(z.minimum(1), z.maximum(photoBytesLimit)),
	sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	mime: z.enum(['image/jpeg', 'image/png', 'image/webp'])
});
export const photos = z.array(Photo).check(z.maxLength(photoLimit));

export const Tried = z.object({
	guideId: z.string().check(z.maxLength(80)),
	steps: z.int().check(z.minimum(0), z.maximum(60)),
	worked: z.literal(false)
});

/** The talk with the assistant that led to the report, oldest first. */
export const Said = z.object({ by: z.enum(['person', 'assistant']), text });

export const Report = z.object({
	topic: z.enum(topics),
	deviceKind: z.nullable(z.enum(deviceKinds)),
	assetTag: z.nullable(z.string().check(z.maxLength(80))),
	symptom: z.nullable(z.enum(symptoms)),
	text,
	urgency: z.enum(urgencies),
	tried: z.array(Tried).check(z.maxLength(10)),
	photos,
	conversation: z.optional(z.array(Said).check(z.maxLength(saidLimit))),
	locale: z.enum(locales)
});

/** Every mutation names its ticket. */
export const onTicket = { ticketId: TicketId };
export const reportInput = z.object({
	...onTicket,
	reference: z.string().check(z.regex(/^[2-9A-HJKMNP-TV-Z]{4}$/)),
	requesterId: PersonId,
	departmentId: DepartmentId,
	report: Report
});
