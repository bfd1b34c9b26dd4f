/**
 * A request that changes something must come from our own pages. Kit checks forms only; JSON and bytes are checked
 * here, by headers that a page cannot set: `Sec-Fetch-Site`, else `Origin`. Neither = no browser of ours: refused.
 */
export function isSameOrigin(request: Request): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site) return site === 'same-origin' || (site === 'none' && isRead(request));
	const origin = request.headers.get('origin');
	if (origin) return hostOf(origin) === new URL(request.url).host;
	return isRead(request);
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

function hostOf(origin: string): string | null {
	// A sandboxed frame says "null".
	return URL.canParse(origin) ? new URL(origin).host : null;
}
