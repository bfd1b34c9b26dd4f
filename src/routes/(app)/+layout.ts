import { redirect } from '@sveltejs/kit';
import { isWelcomed, rememberWelcome } from '#lib/home/welcome.ts';

export async function load({ parent }) {
	const { me, noStorage } = await parent();
	// The root layout says so in place of every page, and the address stays for the next try.
	if (noStorage) return { me: null as never };
	if (me) return { me };
	const next = isWelcomed() ? '/sign-in' : '/welcome';
	rememberWelcome();
	redirect(307, next);
}
