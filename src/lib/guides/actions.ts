import type { Guide } from '#lib/domain/guide/guide.ts';
import type { GuideOutcome } from '#lib/domain/guide/outcome.ts';
import { mutate } from '#lib/sync/mutate.ts';

/** Counts what became of a reading: on the device first, on the server when there is network. */
export const countOutcome = (guide: Guide, outcome: Pick<GuideOutcome, 'worked' | 'steps'>) =>
	mutate('guide.outcome', { guideId: guide.id, guideVersion: guide.version, ...outcome } satisfies GuideOutcome);
