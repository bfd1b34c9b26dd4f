import type { RequestHandler } from './$types';
import { senderOf } from '#lib/people/server/sign-in/hook.ts';
import { theNode } from '#lib/server/boot.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { answer } from '#lib/server/media/wire.ts';
import { publishSoon } from '#lib/server/media/work.ts';

const handle: RequestHandler = async (event) => {
	const { database, settings } = theNode();
	const disk = openDisk(settings.dataDir);
	const sender = await senderOf(event, database, event.locals.actor);
	return answer(event.request, event.params.fileId, { database, disk, ...sender, onVerified: publishSoon });
};

export const HEAD = handle;
export const PATCH = handle;
export const OPTIONS = handle;
