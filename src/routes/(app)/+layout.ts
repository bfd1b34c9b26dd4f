import { error, redirect } from '@sveltejs/kit';
import { isWelcomed, rememberWelcome } from '#lib/home/welcome.ts';

export async function load({ parent }) {
	const { me, noStorage } = await parent();
	// The root layout says it in place of every page.
	if (noStorage) error(503);
	if (me) return { me };
	const next = isWelcomed() ? '/sign-in' : '/welcome';
	rememberWelcome();
	redirect(307, next);
}
