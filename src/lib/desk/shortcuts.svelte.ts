// Single keys at the desk. Owns which keys act and whether they do at all; a screen says what they do.
// They never act while somebody writes, over an open sheet, or together with a modifier, and can be switched off
// (WCAG 2.1.4): speech input types letters.

const stored = 'athand.desk.keys';
let isOn = $state(globalThis.localStorage?.getItem(stored) !== 'off');

export const keysOn = () => isOn;

export function setKeys(on: boolean): void {
	isOn = on;
	localStorage.setItem(stored, on ? 'on' : 'off');
}

const writes = 'input, textarea, select, [contenteditable]';

/** A keydown listener for the window from a table of key → what it does. */
export const shortcuts = (keys: Partial<Record<string, () => void>>) => (event: KeyboardEvent) => {
	const act = keys[event.key];
	if (!act || !isOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.target instanceof Element && event.target.closest(writes)) return;
	if (document.querySelector('dialog[open]')) return;
	event.preventDefault();
	act();
};
