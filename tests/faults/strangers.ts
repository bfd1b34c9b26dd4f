import { Refusal } from '#lib/sync/transport.ts';

// Whoever answers in the server's place: a captive portal, a proxy, a node that is overloaded or knows nobody.

const page = '<html><body>Welcome to our free WLAN</body></html>';
const html = { 'Content-Type': 'text/html' };

const answers: [status: number, headers?: Record<string, string>][] = [
	[200, html],
	[401],
	[403, html],
	[404, html],
	[409],
	[413, html],
	[423, { 'Retry-After': '1' }],
	[429, { 'Retry-After': '30' }],
	[500],
	[502, html],
	[503, { 'Retry-After': '120' }]
];

export const toUpload = (n: number): Response => {
	const [status, headers] = answers[n % answers.length]!;
	return new Response(page, { status, headers });
};

/** What tRPC hands on: a page that is no answer, or that nobody is signed in. */
export const toText = (n: number): unknown => (n % 3 === 0 ? Promise.reject(new Refusal('signed_out')) : { page });
