import type { IncomingMessage, ServerResponse } from 'node:http';

// On every response, also on files and on the prerendered page, which SvelteKit's hooks never see. A page's own
// Content-Security-Policy (SvelteKit writes it) and a medium's sandbox replace the one given here.
const headers = {
	'content-security-policy': "frame-ancestors 'none'",
	'x-frame-options': 'DENY',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()'
};
const twoYears = 'max-age=63072000; includeSubDomains';

export function secure(request: IncomingMessage, response: ServerResponse): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	// Said by the proxy that ended TLS; over plain http a browser would ignore it anyway.
	if (request.headers['x-forwarded-proto'] === 'https') response.setHeader('strict-transport-security', twoYears);
}
