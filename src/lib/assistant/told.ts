import type { GuideId } from '#lib/domain/ids.ts';
import type { Said } from '#lib/domain/ticket/event.ts';
import { saidLimit } from '#lib/domain/ticket/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Turn } from './talk.ts';
import { outcomeWords, sentenceOf } from './words.ts';

/** As much as goes along with a case: what a request takes, with room for the rest of it. In UTF-16 units. */
const lettersLimit = 40_000;

/** The talk as it was read, for a person who takes over; of a very long one the newest part. */
export function told(turns: readonly Turn[], titleOf: (id: GuideId) => string): Said[] {
	const said = turns.flatMap((turn) => saidIn(turn, titleOf));
	let letters = 0;
	return said
		.slice(-saidLimit)
		.toReversed()
		.filter(({ text }) => (letters += text.length) <= lettersLimit)
		.toReversed();
}

function saidIn(turn: Turn, titleOf: (id: GuideId) => string): Said[] {
	if (turn.by === 'person') return [{ by: 'person', text: turn.text }];
	const { reply, reading } = turn;
	if (reply.kind === 'handedOver') return [];
	const guides = reply.kind === 'answer' ? [reply.guideId] : reply.kind === 'choose' ? reply.guideIds : [];
	const lines = [sentenceOf(reply), ...guides.map((id) => m.assistant_told_guide({ title: titleOf(id) }))];
	return [
		{ by: 'assistant', text: lines.join('\n') },
		...(reading?.outcome ? [{ by: 'person' as const, text: outcomeWords(reading.outcome) }] : [])
	];
}
