/**
 * Words that appear by themselves and are read out: "Draft discarded", with a way to undo it.
 * One at a time; a later one takes the place of the earlier.
 */
export interface Announcement {
	text: string;
	undo?: { label: string; run: () => void };
}

/** Long enough to read twice; what can be undone stays longer, and for as long as it is touched. */
const shownMs = { plain: 6_000, undo: 12_000 };

let current = $state<Announcement | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is being said now, or null. */
export const announced = () => current;

export function announce(text: string, undo?: Announcement['undo']): void {
	current = { text, undo };
	release();
}

export function dismiss(): void {
	clearTimeout(timer);
	current = null;
}

/** Keeps it while a finger, pointer or focus is on it; `release` lets the time run again. */
export const hold = () => clearTimeout(timer);

export function release(): void {
	clearTimeout(timer);
	if (current) timer = setTimeout(dismiss, current.undo ? shownMs.undo : shownMs.plain);
}
