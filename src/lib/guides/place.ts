import type { Place } from './reading.svelte.ts';

// Where one is in a guide, as its address says it: `?step=3`, `?step=worked`, `?step=ending`.

export function placeIn(word: string | null): Place {
	if (word === 'worked' || word === 'ending') return word;
	const step = Number(word);
	return Number.isInteger(step) && step > 0 ? step - 1 : 0;
}

export const placeWord = (place: Place): string => (typeof place === 'number' ? String(place + 1) : place);
