import type { Device } from './tab.ts';
import { filesOn, isWhole } from './photos.ts';
import type { World } from './world.ts';

// UP1–UP7 and the photos' share of I1, I3, I7 and I12, as what is wrong.

/** After every step. */
export function photoSafety({ devices, photos, server: { uploads } }: World): { lost: string[]; gaps: string[] } {
	const lost = [...photos.wrong].map((fileId) => `UP4 ${fileId}`);
	const gaps = [...uploads.early].map((fileId) => `UP1 ${fileId}`);
	for (const device of devices)
		for (const file of filesOn(device)) {
			const { fileId, state } = file;
			const isRotten = photos.isRotten(device, fileId);
			if (state === 'verified' ? !uploads.verified.has(fileId) : !isWhole(device, file))
				lost.push(`UP2 ${fileId} ${state}`);
			if ((state === 'damaged' || state === 'refused') && !isRotten) lost.push(`UP5 ${fileId} ${state} ${file.code}`);
		}
	return { lost, gaps };
}

/** Once the faults have stopped: photos of what was applied are there, as they were taken, and none waits for nothing. */
export function photoLiveness(world: World): { lost: string[]; stuck: string[] } {
	const { devices, photos, server } = world;
	const lost: string[] = [];
	const stuck: string[] = [];
	for (const { fileId, state } of server.state.uploads.values()) {
		if (state === 'verified') {
			if (!photos.isAsTaken(fileId, server.uploads.disk.get(fileId)?.bytes)) lost.push(`I12 ${fileId}`);
		} else if (devices.some((device) => holds(world, device, fileId))) stuck.push(`I7 ${fileId} ${state}`);
		else if (!photos.gone.has(fileId) && !devices.some((device) => photos.isRotten(device, fileId)))
			lost.push(`I1 ${fileId} ${state}`);
	}
	for (const device of devices)
		for (const { fileId, state, mutationId } of filesOn(device)) {
			if (state !== 'waiting' && state !== 'sending') continue;
			if (!isOthers(world, device, mutationId)) stuck.push(`UP7 ${fileId} ${state}`);
		}
	return { lost, stuck };
}

function holds({ photos }: World, device: Device, fileId: string): boolean {
	const file = filesOn(device).find((one) => one.fileId === fileId);
	return file !== undefined && isWhole(device, file) && !photos.isRotten(device, file.fileId);
}

/** Its item is in a person's hands: the author's here, or was replaced or taken back on a copy of this profile. */
function isOthers({ server, outbox }: World, device: Device, mutationId: string): boolean {
	const item = outbox(device).find((one) => one.mutationId === mutationId);
	const claim = server.state.claims.get(mutationId);
	if (item?.state === 'needsYou') return true;
	return item?.state === 'acked' && (claim?.status === 'superseded' || claim?.status === 'discarded');
}
