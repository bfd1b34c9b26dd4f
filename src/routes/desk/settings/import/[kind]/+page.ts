import { error } from '@sveltejs/kit';
import { importKinds } from '#lib/domain/import/columns.ts';
import { whereMay } from '#lib/domain/policy.ts';
import { settingsOf } from '#lib/settings/requests.ts';

export async function load({ params, parent }) {
	const { me } = await parent();
	const kind = importKinds.find((one) => one === params.kind);
	const organisationId = kind && whereMay(me, `settings.${kind}`);
	if (!kind || !organisationId) error(404);
	return { kind, settings: settingsOf(organisationId) };
}
