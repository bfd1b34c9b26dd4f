import { json } from '@sveltejs/kit';
import { version } from '$app/env';
import { theNode } from '#lib/server/boot.ts';
import { health } from '#lib/server/health.ts';

export async function GET() {
	const found = await health(theNode(), version);
	return json(found, { status: found.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
