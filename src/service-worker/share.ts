import { registerRoute } from 'workbox-routing';
import { keepShared } from '#lib/sync/shared-photos.ts';

/**
 * The share sheet posts photos and text to /share, also without network: they are put aside on the device, and the
 * report that opens takes them up. Nothing is sent from here.
 */
export function takeShares() {
	registerRoute(
		'/share',
		async ({ request }) => {
			const id = crypto.randomUUID();
			try {
				await keepShared(id, await request.formData());
				return Response.redirect(`/report?shared=${id}`, 303);
			} catch {
				return Response.redirect('/report?shared=failed', 303);
			}
		},
		'POST'
	);
}
