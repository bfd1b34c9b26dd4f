import { FileId } from '#lib/domain/ids.ts';
import { theNode } from '#lib/server/boot.ts';
import { servePhoto } from '#lib/server/media/serve.ts';
import { openStore } from '#lib/server/media/store.ts';
import { refusal } from '#lib/server/media/tus.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals }) => {
	const fileId = FileId.safeParse(params.fileId);
	if (!fileId.success) return refusal('not_found');
	if (!locals.actor) return refusal('signed_out');
	const { database, settings } = theNode();
	return servePhoto({ database, store: openStore(settings.dataDir), actor: locals.actor }, fileId.data);
};
