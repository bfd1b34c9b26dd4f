import { ok, refuse } from '#lib/domain/result.ts';
import { reportInput } from '../inputs.ts';
import { ticketMutation } from '../mutation.ts';
import { isPrivate, typeOf } from '../words.ts';

/**
 * A new case. On a ticket that its own reporter wrote and nobody has resolved it is an edit:
 * the superseding mutation of an item whose first version may or may not have arrived.
 */
export const report = ticketMutation({
	kind: 'ticket.report',
	input: reportInput,
	decide: (ticket, input, by) => {
		const { report, reference, departmentId, requesterId } = input;
		if (ticket === null)
			return ok([
				{
					kind: 'reported',
					report,
					reference,
					type: typeOf(report.topic),
					departmentId,
					requesterId,
					isPrivate: isPrivate(report.topic, report.symptom)
				}
			]);
		if (ticket.reporter.id !== by.id) return refuse('id_conflict');
		if (ticket.withdrawal) return refuse('already_withdrawn');
		if (ticket.resolution) return refuse('already_resolved');
		return ok([{ kind: 'amended', report }]);
	}
});
