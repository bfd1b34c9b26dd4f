// An opaque session: 256 random bits in a cookie, their hash in the database. A session ends when it is not used for a
// while, at the latest after an absolute time, when it is revoked, and when its person is removed.

import type { RequestEvent } from '@sveltejs/kit';
import type { Role } from '#lib/domain/roles.ts';
import { hashToken } from './secret.ts';

const dayMs = 24 * 3600_000;
export type SessionLimits = { idleMs: number; absoluteMs: number };

/**
 * Somebody on the shop floor opens Athand when something breaks, perhaps once a fortnight, and an expired session there
 * only delays a report. Those who see the cases of others sign in again at least every week.
 */
export const sessionLimits = (roles: readonly Role[]): SessionLimits =>
	roles.every((role) => role === 'employee' || role === 'superuser')
		? { idleMs: 30 * dayMs, absoluteMs: 90 * dayMs }
		: { idleMs: 12 * 3600_000, absoluteMs: 7 * dayMs };

/** Writing at every request would be a write for every read. */
export const touchEveryMs = 300_000;

// `__Host-` binds the cookie to this host and to TLS; a browser refuses it over plain http (the demo on localhost).
const securely = '__Host-athand';
const plainly = 'athand';

// Only the browser knows for certain what it speaks: a proxy ends TLS before us. It says so with every POST.
const isSecure = ({ request }: RequestEvent) =>
	request.headers.get('origin')?.startsWith('https:') ?? request.headers.get('x-forwarded-proto') === 'https';

/** The name is part of what is hashed: a token planted under the weaker name opens nothing. */
const stored = (name: string, token: string) => hashToken(`${name}=${token}`);

export function tokenHashOf({ cookies }: RequestEvent): string | null {
	for (const name of [securely, plainly]) {
		const token = cookies.get(name);
		if (token) return stored(name, token);
	}
	return null;
}

/** Gives the browser the token and returns what the database keeps of it. */
export function setCookie(event: RequestEvent, token: string, { absoluteMs }: SessionLimits): string {
	const secure = isSecure(event);
	const name = secure ? securely : plainly;
	event.cookies.set(name, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: Math.floor(absoluteMs / 1000)
	});
	return stored(name, token);
}

export function dropCookies({ cookies }: RequestEvent): void {
	for (const name of [securely, plainly])
		if (cookies.get(name)) cookies.delete(name, { path: '/', secure: name === securely });
}
