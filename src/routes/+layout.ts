import { signedIn } from '#lib/sync/me.ts';
import { whyNoStorage } from '#lib/sync/no-storage.ts';

// Every page is drawn on the device, from the device's own copy: the server sends the same empty page for all.
export const ssr = false;

/**
 * Who is signed in here, as the device remembers it; pages ask again with `invalidate('athand:me')`. `noStorage`: the
 * device keeps nothing, so nobody may type here.
 */
export async function load({ depends }) {
	depends('athand:me');
	try {
		return { me: await signedIn(), noStorage: null };
	} catch (error) {
		return { me: null, noStorage: whyNoStorage(error) };
	}
}
