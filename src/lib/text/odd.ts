/**
 * What was typed and holds no question that words could answer. `long`: a whole story; it is a case, not a question.
 * `script`: letters of a writing that none of the guides is in.
 */
export type Odd = 'empty' | 'letter' | 'long' | 'emoji' | 'code' | 'script';

const letters = /\p{L}/gu;
const ours = /[\p{Script=Latin}\p{Script=Hangul}]/gu;
const signsOfCode = /[{}[\]();=<>\\|&$#_]/g;

const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

/** @param longest how many UTF-16 units a question may have */
export function oddIn(text: string, longest: number): Odd | null {
	const typed = text.normalize('NFC').trim();
	if (typed === '') return 'empty';
	if (typed.length > longest) return 'long';
	const said = typed.replace(/[^\p{L}\p{N}]/gu, '');
	if (said === '') return 'emoji';
	if ([...said].length === 1) return 'letter';
	const written = count(typed, letters);
	if (written > 0 && count(typed, ours) * 3 < written) return 'script';
	return isCode(typed) ? 'code' : null;
}

/** Signs that nobody strews into a sentence; an error number or a web address has fewer of them. */
function isCode(typed: string): boolean {
	const signs = count(typed, signsOfCode);
	return signs >= 4 && signs * 8 >= typed.replace(/\s/g, '').length;
}
