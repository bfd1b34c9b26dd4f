import type { RequestHandler } from './$types';
import { ATHAND_ANSWERS, ATHAND_CONTENT, DATA_DIR } from '$app/env/private';
import { families } from '#lib/answers/lines.ts';
import { modelFor } from '#lib/answers/server/models.ts';
import { theNode } from '#lib/server/boot.ts';

/** The file that a phone answers with. 204: not made yet; 304: the phone has it; 404: no such family. */
export const GET: RequestHandler = async ({ params, request, locals: { actor } }) => {
	if (!actor) return new Response(null, { status: 401 });
	const family = families.find((one) => one.join('-') === params.family);
	if (!family) return new Response(null, { status: 404 });
	const { database } = theNode();
	const place = { database, dataDir: DATA_DIR, contentDir: ATHAND_CONTENT, isTraining: ATHAND_ANSWERS === 'on' };
	const made = await modelFor(place, actor.organisationId, family);
	if (!made) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
	const etag = `"${made.version}"`;
	const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(made.gzipped), {
		headers: { ...headers, 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' }
	});
};
