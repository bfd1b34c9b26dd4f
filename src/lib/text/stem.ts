import type { Locale } from '#lib/domain/locale.ts';

// Light stemming: inflection goes, meaning stays. Endings follow the step-1 lists of the Snowball stemmers for Danish,
// Norwegian and Swedish, written in folded letters (ä is æ, ö is ø), the longest that leaves three letters wins.

const endings: Record<Exclude<Locale, 'ko'>, string[]> = {
	da: words(
		`erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres eret
		hed ene ere ens ers ets ede te en er es et e s`
	),
	nb: words(
		`hetenes hetene hetens heter heten erens erne eren ere endes ende ande edes enes erte eren erne ede ane ene ens ers ets het ast ert te
		dde en ar er as es et a e s`
	),
	sv: words(
		`heterna hetens heterna arnas ernas ornas andes andet arens heten heter arna erna orna ande arne aste aren ades
		erns ade are ern ens het ast anden ad en ar er or as es at an et te na a e s`
	),
	en: words(`ations ation ingly edly ings ing ies ied ers er ed es ly s e`)
};

function words(list: string): string[] {
	return list.split(/\s+/).sort((a, b) => b.length - a.length);
}

/** The stem of a folded Nordic or English word; Korean is left to `hangul.ts`. */
export function stem(word: string, lang: Exclude<Locale, 'ko'>): string {
	for (const ending of endings[lang]) {
		if (word.length - ending.length < 3 || !word.endsWith(ending)) continue;
		// An s after a vowel, s, k or p is part of the word more often than a genitive: gas, boks, chips.
		if (ending === 's' && /[aeiouyæøåskp]s$/.test(word)) continue;
		return undouble(word.slice(0, -ending.length));
	}
	return undouble(word);
}

/** glemm(er) and glem are one word. */
function undouble(stem: string): string {
	const last = stem.at(-1)!;
	return stem.length > 3 && last === stem.at(-2) && !/[aeiouyæøå0-9]/.test(last) ? stem.slice(0, -1) : stem;
}
