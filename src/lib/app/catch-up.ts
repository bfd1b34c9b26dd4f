import { invalidate } from '$app/navigation';
import { getLocale } from '#lib/paraglide/runtime.js';
import { catchUp } from '#lib/people/own.ts';

/** Asks the server who this is by now. Another language means a new page, unless something is being typed. */
export async function catchUpWithMe(): Promise<void> {
	const before = getLocale();
	if (!(await catchUp())) return;
	if (getLocale() !== before && !isTyping()) location.reload();
	else await invalidate('athand:me');
}

const isTyping = (): boolean =>
	[...document.querySelectorAll<HTMLInputElement>('textarea, input:not([type=radio], [type=checkbox])')].some(
		({ value }) => value !== ''
	);
