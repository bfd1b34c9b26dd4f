import { quiet } from './network.ts';
import type { World } from './world.ts';

/** The faults stop: everything arrives at once, and time goes on until nothing moves any more. */
export async function calm(world: World): Promise<void> {
	const { network, server, devices } = world;
	for (const tab of world.tabs) tab.thaw();
	network.commitHeld();
	await quiet();
	await network.arriveAll();
	for (let round = 0; round < 12; round += 1) {
		world.pass(61_000);
		for (const device of devices) {
			const tabs = world.tabs.filter((tab) => tab.device === device);
			world.talk(tabs[round % tabs.length]!);
			await network.arriveAll();
		}
		server.uploads.clean();
	}
}
