// Two strengths of sameness. `fold` keeps the Nordic vowels apart (læs is not lås) but writes them one way,
// whether typed as ä or æ, ø or oe, å or aa. `bare` drops them: what a keyboard without the letters gives.

const oneWay: Record<string, string> = { ä: 'æ', ö: 'ø', œ: 'ø', ü: 'y', ß: 'ss', ð: 'd', þ: 'th' };
const digraph: Record<string, string> = { aa: 'å', ae: 'æ', oe: 'ø' };
const bareVowel: Record<string, string> = { å: 'a', æ: 'a', ø: 'o' };
const ascii = /^[a-z0-9]*$/;

/** One spelling for comparing: NFC, lower case, no accents but å æ ø; digraphs count as their letter in Nordic text. */
export function fold(word: string, nordic: boolean): string {
	let out = word.toLowerCase();
	if (!ascii.test(out)) {
		out = out.normalize('NFC').replace(/[äöœüßðþ]/g, (letter) => oneWay[letter]!);
		// Hangul must not be taken apart and å must keep its ring, so only single accented Latin letters are stripped.
		out = out.replace(/[à-þ]/g, (letter) => ('åæø'.includes(letter) ? letter : letter.normalize('NFD').charAt(0)));
	}
	return nordic ? out.replace(/aa|ae|oe/g, (pair) => digraph[pair]!) : out;
}

/** What is left of a folded word when its Nordic vowels lose ring and stroke: laas, lås and las all give las. */
export function bare(folded: string): string {
	return folded.replace(/[åæø]/g, (letter) => bareVowel[letter]!);
}
