import { error } from '@sveltejs/kit';
import { whereMay } from '#lib/domain/policy.ts';
import { pages } from '#lib/settings/pages.ts';
import { settingsOf } from '#lib/settings/requests.ts';

export async function load({ params, parent }) {
	const { me } = await parent();
	const page = pages.find(({ name }) => name === params.name);
	const organisationId = page && whereMay(me, page.action);
	if (!page || !organisationId) error(404);
	return { Page: (await page.load()).default, settings: settingsOf(organisationId) };
}
