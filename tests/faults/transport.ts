import type { FileId } from '#lib/domain/ids.ts';
import type { Transport } from '#lib/sync/transport.ts';
import { tusUpload } from '#lib/sync/tus-upload.ts';
import type { ModelServer } from './model-server.ts';
import type { Network } from './network.ts';
import type { Photos } from './photos.ts';
import { toText, toUpload } from './strangers.ts';
import type { Tab } from './tab.ts';

/** A tab's way to the server: the product's own tus above a network that a schedule holds. */
export function transportOf(tab: Tab, network: Network, server: ModelServer, photos: Photos): Transport {
	const { me } = tab.device;
	const request = async (url: string, { body, headers }: { body?: ArrayBuffer; headers: Record<string, string> }) => {
		const fileId = url.split('/').at(-1) as FileId;
		const whole = body && {
			offset: Number(headers['Upload-Offset']),
			checksum: headers['Upload-Checksum']!.replace('sha256 ', ''),
			bytes: new Uint8Array(body)
		};
		if (whole) photos.look(fileId, whole);
		const part = (percent: number) =>
			whole && { ...whole, bytes: whole.bytes.subarray(0, Math.floor((whole.bytes.length * percent) / 101)) };
		return network.travel(tab, {
			kind: 'upload',
			send: (gate) => server.uploads.answer(fileId, me.personId, whole ?? null, gate),
			stranger: toUpload,
			cut: (percent) => void (whole && server.uploads.answer(fileId, me.personId, part(percent)!))
		});
	};
	return {
		push: (items) =>
			network.travel(tab, { kind: 'push', send: (gate) => server.push(items, me, gate), stranger: toText }),
		pull: (from) => network.travel(tab, { kind: 'pull', send: () => server.pull(from, me), stranger: toText }),
		upload: tusUpload(request as unknown as typeof fetch)
	};
}
