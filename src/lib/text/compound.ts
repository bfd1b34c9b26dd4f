// Nordic languages write "dørlåsbatteri" as one word. A word is split where both sides are words that the guides use on
// their own; the longest last part wins, since it says what the thing is.

const links = ['s', 'e', 'en', 'o'];

/**
 * Parts of a folded compound as stems, or nothing when it is not one.
 * @param known is this stem a word of its own in the guides?
 */
export function split(word: string, stemOf: (word: string) => string, known: (stem: string) => boolean): string[] {
	for (let at = 3; at <= word.length - 3; at++) {
		const tail = stemOf(word.slice(at));
		if (tail.length < 3 || !known(tail)) continue;
		const head = headOf(word.slice(0, at), stemOf, known);
		if (head) return [...head, tail];
	}
	return [];
}

function headOf(head: string, stemOf: (word: string) => string, known: (stem: string) => boolean): string[] | null {
	const stem = stemOf(head);
	if (stem.length >= 3 && known(stem)) return [stem];
	for (const link of links) {
		if (!head.endsWith(link) || head.length - link.length < 3) continue;
		const plain = stemOf(head.slice(0, -link.length));
		if (known(plain)) return [plain];
	}
	const parts = head.length >= 6 ? split(head, stemOf, known) : [];
	return parts.length ? parts : null;
}
