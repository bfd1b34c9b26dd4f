/**
 * An answer to a request for a file, whole or the part that its Range header names (RFC 9110, one range; others are
 * answered whole, as it allows). A phone's player asks so, from the server and from what was kept on the device alike.
 */
export function partOf(file: Blob, range: string | null, headers: Record<string, string>): Response {
	const all = { ...headers, 'accept-ranges': 'bytes' };
	const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
	if (!asked || (!asked[1] && !asked[2])) return answer(file, 200, all);
	const isSuffix = !asked[1];
	const from = isSuffix ? Math.max(file.size - Number(asked[2]), 0) : Number(asked[1]);
	const to = isSuffix || !asked[2] ? file.size - 1 : Math.min(Number(asked[2]), file.size - 1);
	if (from > to) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } });
	return answer(file.slice(from, to + 1), 206, { ...all, 'content-range': `bytes ${from}-${to}/${file.size}` });
}

const answer = (file: Blob, status: number, headers: Record<string, string>) =>
	new Response(file.stream(), { status, headers: { ...headers, 'content-length': String(file.size) } });
