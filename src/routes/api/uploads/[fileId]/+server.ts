import { FileId } from '#lib/domain/ids.ts';
import { theNode } from '#lib/server/boot.ts';
import { openStore } from '#lib/server/media/store.ts';
import { answerUpload, refusal } from '#lib/server/media/tus.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

const answer: RequestHandler = ({ request, params, locals }) => {
	const fileId = FileId.safeParse(params.fileId);
	if (!isSameOrigin(request) || !fileId.success) return refusal('not_found');
	if (!locals.actor) return refusal('signed_out');
	const { database, settings } = theNode();
	return answerUpload({ database, store: openStore(settings.dataDir), actor: locals.actor }, fileId.data, request);
};

export const HEAD = answer;
export const PATCH = answer;
