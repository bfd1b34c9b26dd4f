import type { Attachment } from 'svelte/attachments';

/**
 * A hardware scanner is a keyboard that types a whole label in a few milliseconds and ends with Enter. Nobody types
 * so fast, so a quick run of keys outside a field is a scan; inside a field the field keeps it.
 */
const betweenKeysMs = 50;
const shortestTag = 3;

/** The keys of one run so far; pure, so that it is tested as a timeline. */
export type Run = { text: string; lastMs: number };

export function afterKey(run: Run, key: string, atMs: number): { run: Run; tag: string | null } {
	const isFast = atMs - run.lastMs <= betweenKeysMs;
	if (key === 'Enter') {
		const tag = isFast && run.text.length >= shortestTag ? run.text : null;
		return { run: { text: '', lastMs: atMs }, tag };
	}
	// Shift and the like come between the letters of a label and are none.
	if ([...key].length !== 1) return { run, tag: null };
	return { run: { text: isFast ? run.text + key : key, lastMs: atMs }, tag: null };
}

const isField = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** For `<svelte:window {@attach …}>`: `onscan` gets the label. */
export const listenForScanner =
	(onscan: (tag: string) => void): Attachment<Window> =>
	(place) => {
		let run: Run = { text: '', lastMs: 0 };
		function pressed(event: KeyboardEvent) {
			if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
			const after = afterKey(run, event.key, event.timeStamp);
			run = after.run;
			if (after.tag === null) return;
			// Enter would also press the button that has the focus.
			event.preventDefault();
			onscan(after.tag);
		}
		place.addEventListener('keydown', pressed);
		return () => place.removeEventListener('keydown', pressed);
	};
