import type { RequestHandler } from './$types';
import { theNode } from '#lib/server/boot.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { view } from '#lib/server/media/view.ts';

export const GET: RequestHandler = ({ params, url, locals }) => {
	const { database, settings } = theNode();
	const size = url.searchParams.get('size') === 'thumb' ? 'thumb' : 'full';
	return view(params.fileId, size, { database, disk: openDisk(settings.dataDir), actor: locals.actor });
};
