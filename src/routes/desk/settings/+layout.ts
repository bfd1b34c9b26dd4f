import { redirect } from '@sveltejs/kit';

export async function load({ parent }) {
	const { me } = await parent();
	if (!me) redirect(307, '/sign-in');
	return { me };
}
