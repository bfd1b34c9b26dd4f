import { getContext, setContext } from 'svelte';

/**
 * What stands around every page and is the same on all of them: whom to ring, the word on the way back, and
 * the sentence that says that there is no network. The shell sets it once; the app bar reads it.
 */
export interface Frame {
	call: { href: string; label: string; name: string } | null;
	back: string;
	offline: string | null;
}

const key = Symbol('frame');

/** @param frame a function, so that what it returns may change while the page stands */
export function setFrame(frame: () => Frame): void {
	setContext(key, frame);
}

/** The frame of the shell, or an empty one where there is none (welcome screens, tests). */
export function getFrame(): () => Frame {
	return getContext<(() => Frame) | undefined>(key) ?? (() => ({ call: null, back: '', offline: null }));
}
