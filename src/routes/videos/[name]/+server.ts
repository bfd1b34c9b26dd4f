import type { RequestHandler } from './$types';
import { openVideos } from '#lib/guides/server/videos.ts';
import { theNode } from '#lib/server/boot.ts';

export const GET: RequestHandler = ({ params, request, locals }) =>
	openVideos(theNode().settings.dataDir).show(params.name, request.headers.get('range'), locals.actor);
