import { concerns, type Audience, type GuideRow } from '#lib/domain/guide/guide.ts';
import type { Phone } from '#lib/domain/rows.ts';
import { signedIn } from '#lib/sync/me.ts';
import { rows } from '#lib/sync/rows.ts';

/** Every guide on the device. */
export const allGuides = (): Promise<GuideRow[]> => rows.guide.all();

export const oneGuide = async (id: string): Promise<GuideRow | null> => (await rows.guide.get(id)) ?? null;

/** What a guide has to know of whoever reads it: the kind of workplace, and whom they phone. */
export type Reader = { audience: Audience; place: string | null; dutyPhone: string | null; phones: Phone[] };

export async function reader(): Promise<Reader> {
	const me = await signedIn();
	if (!me) return { audience: 'all', place: null, dutyPhone: null, phones: [] };
	const [department, organisation] = await Promise.all([
		rows.department.get(me.departmentId),
		rows.organisation.get(me.organisationId)
	]);
	return {
		audience: department?.kind ?? 'all',
		place: department?.name ?? null,
		dutyPhone: department?.dutyPhone ?? null,
		phones: organisation?.phones ?? []
	};
}

/** Guides for this kind of workplace; all of them where it has none of its own. */
export function guidesFor(guides: readonly GuideRow[], audience: Audience): GuideRow[] {
	const own = guides.filter((guide) => concerns(guide, audience));
	return own.length ? own : [...guides];
}

/** What was read most at this workplace; null while nobody has read anything to its end. */
export function mostUsed(guides: readonly GuideRow[], limit = 6): GuideRow[] | null {
	const used = guides.filter((guide) => guide.usedHere > 0).toSorted((a, b) => b.usedHere - a.usedHere);
	return used.length ? used.slice(0, limit) : null;
}

/** For a workplace without a history: what one solves oneself, what was made for this kind of workplace first. */
export const goodToStartWith = (guides: readonly GuideRow[], limit = 6): GuideRow[] =>
	guides
		.filter((guide) => guide.solvedBy === 'self')
		.toSorted(
			(a, b) => Number(a.audience.includes('all')) - Number(b.audience.includes('all')) || a.minutes - b.minutes
		)
		.slice(0, limit);

/** Guides that this one names, as far as they lie here. */
export const relatedTo = (guide: GuideRow, guides: readonly GuideRow[]): GuideRow[] =>
	guide.related.flatMap((id) => guides.find((other) => other.id === id) ?? []).slice(0, 3);

/** Bytes that the guides take on the device, as text. */
export const packBytes = (guides: readonly GuideRow[]): number =>
	new TextEncoder().encode(JSON.stringify(guides)).byteLength;
