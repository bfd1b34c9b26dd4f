import { invalidate } from '$app/navigation';
import { freshAnswers } from '#lib/answers/device.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { catchUp } from '#lib/people/own.ts';
import { signedIn } from '#lib/sync/me.ts';

/** Asks the server who this is by now, and for the newest answers. Another language means a new page, unless something is being typed. */
export async function catchUpWithMe(): Promise<void> {
	const before = getLocale();
	void signedIn().then((me) => me && freshAnswers(me.organisationId, before));
	if (!(await catchUp())) return;
	if (getLocale() !== before && !isTyping()) location.reload();
	else await invalidate('athand:me');
}

const isTyping = (): boolean =>
	[...document.querySelectorAll<HTMLInputElement>('textarea, input:not([type=radio], [type=checkbox])')].some(
		({ value }) => value !== ''
	);
