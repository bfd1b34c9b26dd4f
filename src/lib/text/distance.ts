/**
 * Edits between two words, a swap of neighbours counting one (optimal string alignment), or `most + 1` when there are
 * more than `most`. Rows outside the band are skipped, so a wrong pair costs little.
 */
export function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let best = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2]! + 1);
			row.push(edits);
			if (edits < best) best = edits;
		}
		if (best > most) return most + 1;
		before = last;
		last = row;
	}
	return Math.min(last[b.length]!, most + 1);
}

/** Typing errors forgiven in a word of this length: none in short words, where one letter is another word. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
