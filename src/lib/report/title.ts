import { caseTitle, symptomWord, topicWord } from '#lib/tickets/title.ts';
import type { ReportDraft } from './draft.ts';

/** What the draft would be called as a case. */
export const titleOfDraft = (draft: ReportDraft): string => caseTitle(draft);

/** The short title of the last page: what was just chosen. */
export const shortTitle = ({ topic, deviceKind, symptom }: ReportDraft): string =>
	deviceKind && symptom ? symptomWord(deviceKind, symptom) : topicWord(topic);
