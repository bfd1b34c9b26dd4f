import { error, redirect } from '@sveltejs/kit';
import { welcomeFrom } from '#lib/home/welcome.ts';

export async function load({ parent, url }) {
	const { me, noStorage } = await parent();
	// The root layout says so in place of every page, and the address stays for the next try.
	if (noStorage) error(503);
	const welcome = welcomeFrom(url.pathname, me !== null);
	if (welcome) redirect(307, welcome);
	if (me) return { me };
	// What was shared or tapped outside the app is opened after the sign-in.
	const wanted = url.pathname + url.search;
	redirect(307, wanted === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(wanted)}`);
}
