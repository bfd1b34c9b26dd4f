/** Words that mean the same here: one group a line of the editable list, e.g. ["bon", "kvittering", "kassebon"]. */
export type Synonyms = readonly (readonly string[])[];

/** For each term the terms of its groups, itself left out. `termOf` files a word as the analyser does. */
export function synonymTerms(groups: Synonyms, termOf: (word: string) => string): Map<string, Set<string>> {
	const others = new Map<string, Set<string>>();
	for (const group of groups) {
		const terms = group.map(termOf).filter(Boolean);
		for (const term of terms) {
			const set = others.get(term) ?? new Set<string>();
			for (const other of terms) if (other !== term) set.add(other);
			others.set(term, set);
		}
	}
	return others;
}
