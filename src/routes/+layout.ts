import { signedIn } from '#lib/sync/me.ts';

// Every page is drawn on the device, from the device's own copy: the server sends the same empty page for all.
export const ssr = false;

/** Who is signed in here, as the device remembers it; pages ask again with `invalidate('athand:me')`. */
export async function load({ depends }) {
	depends('athand:me');
	return { me: await signedIn() };
}
