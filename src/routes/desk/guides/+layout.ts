import { error, redirect } from '@sveltejs/kit';
import { mayIn, whereMay } from '#lib/domain/policy.ts';
import { upkeepOf } from '#lib/upkeep/requests.ts';

export async function load({ parent }) {
	const { me } = await parent();
	if (!me) redirect(307, '/sign-in');
	const organisationId = whereMay(me, 'guide.draft');
	if (!organisationId) error(404);
	return {
		requests: upkeepOf(organisationId),
		publishes: mayIn(me, 'guide.publish', { organisationId }),
		back: mayIn(me, 'desk.open', me) ? '/desk' : '/me'
	};
}
