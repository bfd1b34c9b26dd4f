import { createHash } from 'node:crypto';
import type { Me } from '#lib/domain/rows.ts';
import type { Local } from '#lib/sync/local.ts';
import { NoAnswer, Refusal, type Transport } from '#lib/sync/transport.ts';
import type { Locks } from './locks.ts';
import type { Disk } from './memory-store.ts';

// A browser profile and its tabs. A tab may be killed, or frozen: then it does nothing, and holds what it holds.

export type Device = { disk: Disk; locks: Locks; me: Me; skewMs: number };

export class Tab {
	readonly device: Device;
	readonly local: Local;
	readonly transport: Transport;
	isAlive = true;
	isTalking = false;
	/** Something was saved since it began to talk. */
	isWoken = false;
	frozen: Promise<void> | undefined;
	private melt: (() => void) | undefined;

	constructor(device: Device, parts: { now(): Date; newId: Local['newId']; transport(tab: Tab): Transport }) {
		this.device = device;
		this.transport = parts.transport(this);
		this.local = {
			me: device.me,
			store: device.disk.store(this),
			now: parts.now,
			newId: parts.newId,
			locks: device.locks.of(this),
			sha256: async (data) =>
				createHash('sha256')
					.update(typeof data === 'string' ? data : new Uint8Array(data))
					.digest('hex')
		};
	}

	freeze(): void {
		this.frozen ??= new Promise((resolve) => (this.melt = resolve));
	}

	thaw(): void {
		this.melt?.();
		this.frozen = undefined;
	}

	/** Begins something that may fail as the network does. */
	async begin(work: () => Promise<unknown>): Promise<void> {
		if (!this.frozen) await work().catch(expected);
	}

	kill(): void {
		this.isAlive = false;
		this.device.locks.free(this);
	}
}

function expected(error: unknown): void {
	if (error instanceof NoAnswer || (error instanceof Refusal && error.code === 'signed_out')) return;
	throw error;
}
