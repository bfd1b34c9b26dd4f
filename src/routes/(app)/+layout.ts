import { redirect } from '@sveltejs/kit';
import { isWelcomed, rememberWelcome } from '#lib/home/welcome.ts';

export async function load({ parent }) {
	const { me } = await parent();
	if (me) return { me };
	const next = isWelcomed() ? '/sign-in' : '/welcome';
	rememberWelcome();
	redirect(307, next);
}
