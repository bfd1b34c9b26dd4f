/**
 * What a person may choose to sign in with: a PIN of six to twelve digits, or a password. Same rule on the device, which
 * says it while one types, and on the server, which decides.
 */
export const pinLength = 6;
export const longestPin = 12;
export const shortestPassword = 10;
/** Argon2 reads all of it; a megabyte would be work for nothing. */
export const longestSecret = 200;

export type SecretKind = 'pin' | 'password';
export type SecretProblem = 'short' | 'long' | 'easy';

export const kindOf = (secret: string): SecretKind => (/^\d{1,12}$/.test(secret) ? 'pin' : 'password');

export function problemWith(secret: string, employeeNumber: string): SecretProblem | null {
	const isPin = kindOf(secret) === 'pin';
	if (secret.length < (isPin ? pinLength : shortestPassword)) return 'short';
	if (secret.length > longestSecret) return 'long';
	const own = employeeNumber.toLowerCase();
	if (secret.toLowerCase() === own || (isPin && own.endsWith(secret))) return 'easy';
	return isEvenlySpaced(secret) || isRepeated(secret) ? 'easy' : null;
}

/** 111111, 123456, 987654, abcdefghij: every step is the same, and small. */
function isEvenlySpaced(secret: string): boolean {
	const codes = [...secret].map((sign) => sign.charCodeAt(0));
	const step = (codes[1] ?? 0) - (codes[0] ?? 0);
	return Math.abs(step) <= 1 && codes.slice(1).every((code, n) => code - (codes[n] ?? 0) === step);
}

/** 121212, 123123: one short part again and again. */
const isRepeated = (secret: string): boolean => /^(.{1,3})\1+$/u.test(secret);
