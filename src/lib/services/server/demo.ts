// Services and devices of the demo's customers. Does nothing where there are services already.

import type { FirstData } from '#lib/server/boot.ts';
import type { Tx } from '#lib/server/db.ts';
import { demoId } from '#lib/server/demo-id.ts';
import { demoDevices } from './demo-devices.ts';
import { demoServices } from './demo-services.ts';
import * as repository from './repository.ts';

export const fillDemoServices: FirstData = async ({ settings, database }) => {
	if (settings.mode !== 'demo') return;
	for (const n of [1, 2] as const)
		await database.withOrganisations([demoId('organisation', n, 1)], (tx) => furnish(tx, n));
};

async function furnish(tx: Tx, n: 1 | 2) {
	const organisationId = demoId('organisation', n, 1);
	if ((await repository.servicesOf(tx, organisationId)).length) return;
	for (const [at, [code, names]] of Object.entries(demoServices).entries())
		await repository.addService(tx, { id: demoId('service', n, at + 1), organisationId, code, names });
	let count = 0;
	for (const place of await repository.placesOf(tx, organisationId))
		for (const device of demoDevices(place))
			await repository.addDevice(tx, {
				...device,
				id: demoId('device', n, ++count),
				organisationId,
				departmentId: place.id
			});
}
