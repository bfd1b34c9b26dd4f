import type { RequestHandler } from './$types';
import { theNode } from '#lib/server/boot.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { answer } from '#lib/server/media/wire.ts';
import { publishSoon } from '#lib/server/media/work.ts';

const handle: RequestHandler = ({ request, params, locals }) => {
	const { database, settings } = theNode();
	const disk = openDisk(settings.dataDir);
	return answer(request, params.fileId, { database, disk, actor: locals.actor, onVerified: publishSoon });
};

export const HEAD = handle;
export const PATCH = handle;
export const OPTIONS = handle;
