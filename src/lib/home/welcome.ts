/**
 * The three screens of a first visit: language, workplace, install. The first comes before the sign-in where somebody
 * begins at Home; the others after it. Each once on a device, whoever uses it, and never over something else: only Home
 * leads there, so that a report, a shortcut and shared photos open at once.
 */
export const steps = 3;

const key = 'athand.welcomed';
type Done = 'language' | '1';

/** Without a store nobody is asked twice in one visit, so nobody is asked at all. */
function done(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return '1';
	}
}

/** The screen that somebody who opens Home is led to now, or null. Asking is remembered: nobody is led there again. */
export function welcomeFrom(pathname: string, isSignedIn: boolean): string | null {
	const before = done();
	if (pathname !== '/' || before === '1' || (before === 'language' && !isSignedIn)) return null;
	remember(isSignedIn ? '1' : 'language');
	return before === 'language' ? '/welcome/place' : '/welcome';
}

function remember(value: Done): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// Nothing to remember it with: the welcome is not shown then.
	}
}
