import type { MutationId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';
import { discardItem } from '#lib/sync/discard.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { pullAll } from '#lib/sync/pull.ts';
import { save } from '#lib/sync/save.ts';
import { alone, sendText } from '#lib/sync/sender.ts';
import type { OutboxRow } from '#lib/sync/tables.ts';
import { talk } from '#lib/sync/talk.ts';
import { Locks } from './locks.ts';
import { Disk } from './memory-store.ts';
import { ModelServer } from './model-server.ts';
import { isWithoutLock, type Mutant } from './mutants.ts';
import { Network } from './network.ts';
import { person } from './person.ts';
import { filesOn, Photos } from './photos.ts';
import { hasty, mistaken } from './planted.ts';
import { Tab, type Device } from './tab.ts';
import { transportOf } from './transport.ts';

// Two people, their devices with one or more tabs, a network that a schedule holds in its hand, and the model server.
// What runs on the devices is the product's own code. Everything is driven by numbers, so a seed repeats it.

export class World {
	readonly server: ModelServer;
	readonly network = new Network();
	readonly photos = new Photos();
	readonly devices: Device[] = [];
	tabs: Tab[] = [];
	/** What a screen called saved: all of it must be somewhere, except what its author threw away or replaced. */
	readonly promised = new Set<MutationId>();
	/** On a disk that was wiped: its owner has been told. */
	readonly noticed = new Set<string>();
	private ids = 0;
	private nowMs = Date.UTC(2026, 10, 24, 9);
	private readonly mutant: Mutant | undefined;

	constructor(mutant?: Mutant) {
		this.mutant = mutant;
		this.server = new ModelServer(() => this.newId(), mutant);
		const mette = person('Mette', this.newId());
		for (const me of [mette, mette, person('Anna', this.newId())]) this.addDevice(new Disk(), me, 0);
	}

	newId<Id extends string>(): Id {
		this.ids += 1;
		return `0192f0a0-0000-7000-8000-${String(this.ids).padStart(12, '0')}` as Id;
	}

	private addDevice(disk: Disk, me: Me, skewMs: number): Device {
		const device = { disk, me, skewMs, locks: new Locks(isWithoutLock(this.mutant)) };
		this.devices.push(device);
		this.openTab(device);
		return device;
	}

	openTab(device: Device): void {
		const tab = new Tab(device, {
			now: () => new Date(this.nowMs + device.skewMs),
			newId: () => this.newId(),
			transport: (one) => mistaken(one, transportOf(one, this.network, this.server, this.photos), this.mutant)
		});
		this.tabs.push(tab);
	}

	rows = (device: Device, table: string) => [...(device.disk.data.get(table)?.values() ?? [])];
	outbox = (device: Device) => this.rows(device, 'outbox') as OutboxRow[];

	async save(
		tab: Tab,
		kind: string,
		payload: object,
		more: { supersedes?: MutationId; photos?: PreparedPhoto[] } = {}
	) {
		// A frozen tab shows nothing as saved.
		if (tab.frozen) return;
		const saved = await save(tab.local, kind, payload, more);
		if (!saved.ok) return;
		tab.isWoken = true;
		this.promised.add(saved.value.mutationId);
		if (more.supersedes) this.promised.delete(more.supersedes);
	}

	async discard(tab: Tab, item: OutboxRow): Promise<void> {
		if (tab.frozen) return;
		const before = new Set(this.outbox(tab.device).map(({ mutationId }) => mutationId));
		await discardItem(tab.local, item.mutationId);
		for (const now of this.outbox(tab.device)) {
			if (now.state === 'discarded') this.promised.delete(now.mutationId);
			if (!before.has(now.mutationId)) this.promised.add(now.mutationId);
		}
	}

	/** What the page does each time; while it talks it only remembers that there is more. */
	talk(tab: Tab): void {
		tab.isWoken = tab.isTalking;
		if (tab.isTalking) return;
		tab.isTalking = true;
		const local = this.mutant === 'bytes before their item' ? hasty(tab.local) : tab.local;
		void tab.begin(() => talk(local, tab.transport, () => tab.isWoken)).finally(() => (tab.isTalking = false));
	}

	/** What the worker does when the browser wakes it, beside whatever the pages do. */
	push(tab: Tab): void {
		void tab.begin(() => alone(tab.local, () => sendText(tab.local, tab.transport)));
	}

	pull(tab: Tab): void {
		void tab.begin(() => pullAll(tab.local, tab.transport.pull));
	}

	/** The tab is killed: its requests may still arrive, nobody hears the answers. */
	crash(tab: Tab): void {
		tab.kill();
		this.tabs = this.tabs.filter((other) => other !== tab);
		if (!this.tabs.some((other) => other.device === tab.device)) this.openTab(tab.device);
	}

	wipe(device: Device): void {
		for (const tab of this.tabs.filter((other) => other.device === device)) this.crash(tab);
		for (const { mutationId } of this.outbox(device)) this.noticed.add(mutationId);
		for (const { fileId } of filesOn(device)) this.photos.gone.add(fileId);
		device.disk.data.clear();
	}

	/** A browser profile is copied to another device. */
	cloneProfile(device: Device): void {
		if (this.devices.length > 4) return;
		this.photos.copyRot(device, this.addDevice(device.disk.clone(), device.me, device.skewMs));
	}

	pass(ms: number): void {
		this.nowMs += ms;
	}
}
