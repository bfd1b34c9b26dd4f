/** The two or three screens of a first visit. One's place is known only after the sign-in, so before it there are two. */
export const welcome = (isSignedIn: boolean) =>
	isSignedIn
		? { of: 3, afterLanguage: '/welcome/place', beforeInstall: '/welcome/place' }
		: { of: 2, afterLanguage: '/welcome/install', beforeInstall: '/welcome' };

const key = 'athand.welcomed';

/** Whether somebody has been through the welcome on this device. Without a store nobody is asked twice in one visit. */
export function isWelcomed(): boolean {
	try {
		return localStorage.getItem(key) !== null;
	} catch {
		return true;
	}
}

export function rememberWelcome(): void {
	try {
		localStorage.setItem(key, '1');
	} catch {
		// Nothing to remember it with: the welcome is not shown then.
	}
}
