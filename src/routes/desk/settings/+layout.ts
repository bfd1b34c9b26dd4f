import { error, redirect } from '@sveltejs/kit';

export async function load({ parent }) {
	const { me, noStorage } = await parent();
	// The root layout says it in place of every page.
	if (noStorage) error(503);
	if (!me) redirect(307, '/sign-in');
	return { me };
}
