import { m } from '#lib/paraglide/messages.js';
import type { Odd } from '#lib/text/odd.ts';
import type { SmallTalk } from '#lib/text/small-talk.ts';
import type { TopicWish, Wish } from '#lib/text/wish.ts';
import type { Reading, Reply } from './talk.ts';

const small: Record<SmallTalk, () => string> = {
	greeting: m.assistant_small_greeting,
	thanks: m.assistant_small_thanks,
	goodbye: m.assistant_small_goodbye,
	about: m.assistant_small_about,
	insult: m.assistant_small_insult
};

const odd: Record<Odd, () => string> = {
	empty: m.assistant_odd_empty,
	letter: m.assistant_odd_letter,
	long: m.assistant_odd_long,
	emoji: m.assistant_odd_emoji,
	code: m.assistant_odd_code,
	script: m.assistant_odd_script
};

const answers = {
	sure: m.assistant_answer,
	unsure: () => `${m.assistant_unsure()} ${m.assistant_nearest()}`,
	chosen: m.assistant_chosen
};

/** What stands above one's cases is known only when they are read. */
const wishes: Record<Wish, () => string> = {
	ownCase: m.assistant_case_some,
	onlyMe: m.assistant_others_open,
	opening: m.assistant_open,
	person: m.assistant_person
};

export const topicWords: Record<TopicWish, () => string> = {
	password: m.app_tile_password,
	access: m.app_tile_access,
	order: m.app_tile_order
};

/** What the assistant says, before what it shows. */
export function sentenceOf(reply: Reply): string {
	switch (reply.kind) {
		case 'answer':
			return answers[reply.how]();
		case 'choose':
			return `${m.assistant_unsure()} ${m.assistant_looks_like()}`;
		case 'unknown':
			return m.assistant_unknown();
		case 'small':
			return small[reply.small]();
		case 'odd':
			return odd[reply.odd]();
		case 'wish':
			return wishes[reply.wish]();
		case 'handedOver':
			return m.assistant_handed();
	}
}

/** What the person said became of the guide. */
export function outcomeWords({ worked, steps }: NonNullable<Reading['outcome']>): string {
	if (worked) return m.assistant_you_worked();
	return steps > 0 ? m.assistant_you_not_at({ step: steps }) : m.assistant_you_not();
}
