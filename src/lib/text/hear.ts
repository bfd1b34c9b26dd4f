import { personalNumbersIn, withoutPersonalNumbers } from '#lib/domain/ticket/personal-number.ts';
import { dangerIn, type Danger } from './danger.ts';
import { oddIn, type Odd } from './odd.ts';
import { smallTalkIn, type SmallTalk } from './small-talk.ts';
import { topicIn, wishIn, type TopicWish, type Wish } from './wish.ts';

/** What a message says before any guide is looked for. At most one of `odd`, `small` and `wish` is there. */
export type Heard = {
	/** The message without personal identity numbers: the only form in which it is kept or sent. */
	text: string;
	isMasked: boolean;
	danger: Danger | null;
	odd: Odd | null;
	small: SmallTalk | null;
	wish: Wish | null;
	topic: TopicWish | null;
};

/** @param longest how many UTF-16 units a question may have */
export function hear(typed: string, longest: number): Heard {
	const text = withoutPersonalNumbers(typed.trim());
	const odd = oddIn(text, longest);
	const small = odd ? null : smallTalkIn(text);
	const isAsked = !odd && !small;
	return {
		text,
		isMasked: personalNumbersIn(typed).length > 0,
		danger: dangerIn(text),
		odd,
		small,
		wish: isAsked ? wishIn(text) : null,
		topic: isAsked ? topicIn(text) : null
	};
}
