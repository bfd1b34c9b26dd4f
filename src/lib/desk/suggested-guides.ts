import { textFor } from '#lib/domain/guide/guide.ts';
import type { DepartmentRow, TicketRow } from '#lib/domain/rows.ts';
import { guideFor } from '#lib/domain/ticket/catalogue.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { rows } from '#lib/sync/rows.ts';

/** The guide on this symptom and those that were tried, by their titles in the reader's language. */
export async function suggestedGuides(
	{ report }: TicketRow,
	kind: DepartmentRow['kind']
): Promise<{ id: string; title: string }[]> {
	const onSymptom = guideFor(report.deviceKind, report.symptom, kind);
	const ids = [...new Set([...(onSymptom ? [onSymptom] : []), ...report.tried.map(({ guideId }) => guideId)])];
	const guides = await Promise.all(ids.map((id) => rows.guide.get(id)));
	return guides.flatMap((guide) => {
		const shown = guide && textFor(guide, getLocale());
		return guide && shown ? [{ id: guide.id, title: shown.text.title }] : [];
	});
}
