import { createHash } from 'node:crypto';
import type { DepartmentId, MutationId, OrganisationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';
import { discardItem } from '#lib/sync/discard.ts';
import type { Local } from '#lib/sync/local.ts';
import type { PullRequest, PushRequest } from '#lib/sync/protocol.ts';
import { pullAll } from '#lib/sync/pull.ts';
import { pushBatch } from '#lib/sync/push.ts';
import { save } from '#lib/sync/save.ts';
import type { OutboxRow } from '#lib/sync/tables.ts';
import { NoAnswer, type Transport } from '#lib/sync/transport.ts';
import { Disk } from './memory-store.ts';
import { ModelServer, poison, type Mutant } from './model-server.ts';

// Two people, their devices with one or more tabs, a network that a schedule holds in its hand, and the model server.
// What runs on the devices is the product's own code. Everything is driven by numbers, so a seed repeats it.

export type Tab = { local: Local; device: Device; isAlive: boolean };
export type Device = { disk: Disk; me: Me; skewMs: number; senders: Set<Tab> };
type Message = {
	tab: Tab;
	send: (gate?: Promise<void>) => Promise<unknown>;
	answer: (reply: unknown) => void;
	lose: () => void;
	/** Set once the server has it. */
	reply: Promise<unknown> | undefined;
};

export class World {
	readonly server: ModelServer;
	readonly devices: Device[] = [];
	tabs: Tab[] = [];
	/** What a screen called saved: all of it must be somewhere, except what its author threw away or replaced. */
	readonly promised = new Set<MutationId>();
	/** On a disk that was wiped: its owner has been told. */
	readonly noticed = new Set<string>();
	hadTwoSenders = false;
	private inFlight: Message[] = [];
	private gates: (() => void)[] = [];
	private ids = 0;
	private nowMs = Date.UTC(2026, 10, 24, 9);
	private readonly mutant: Mutant | undefined;

	constructor(mutant?: Mutant) {
		this.mutant = mutant;
		this.server = new ModelServer(() => this.newId(), mutant);
		const mette = this.person('Mette');
		for (const me of [mette, mette, this.person('Anna')])
			this.openTab({ disk: new Disk(), me, skewMs: 0, senders: new Set() });
		this.devices.push(...this.tabs.map((tab) => tab.device));
	}

	newId<Id extends string>(): Id {
		this.ids += 1;
		return `0192f0a0-0000-7000-8000-${String(this.ids).padStart(12, '0')}` as Id;
	}

	private person(name: string): Me {
		const personId = this.newId<PersonId>();
		const organisationId = '0192f0a0-0000-7000-8000-00000000aaaa' as OrganisationId;
		const departmentId = '0192f0a0-0000-7000-8000-00000000bbbb' as DepartmentId;
		return { personId, name, organisationId, departmentId, locale: 'da', grants: [] };
	}

	openTab(device: Device): Tab {
		const tab: Tab = { device, isAlive: true, local: undefined as unknown as Local };
		tab.local = {
			me: device.me,
			store: device.disk.store(() => tab.isAlive),
			now: () => new Date(this.nowMs + device.skewMs),
			newId: <Id extends string>() => this.newId<Id>(),
			sha256: async (data) =>
				createHash('sha256')
					.update(typeof data === 'string' ? data : new Uint8Array(data))
					.digest('hex')
		};
		this.tabs.push(tab);
		return tab;
	}

	rows = (device: Device, table: string) => [...(device.disk.data.get(table)?.values() ?? [])];
	outbox = (device: Device) => this.rows(device, 'outbox') as OutboxRow[];

	async save(tab: Tab, kind: string, payload: object, supersedes?: MutationId): Promise<void> {
		const saved = await save(tab.local, kind, payload, { supersedes });
		if (!saved.ok) return;
		this.promised.add(saved.value.mutationId);
		if (supersedes) this.promised.delete(supersedes);
	}

	async discard(tab: Tab, item: OutboxRow): Promise<void> {
		const before = new Set(this.outbox(tab.device).map(({ mutationId }) => mutationId));
		await discardItem(tab.local, item.mutationId);
		for (const now of this.outbox(tab.device)) {
			if (now.state === 'discarded') this.promised.delete(now.mutationId);
			if (!before.has(now.mutationId)) this.promised.add(now.mutationId);
		}
	}

	report = (tab: Tab, ticketId: TicketId, text: string) => ({
		ticketId,
		reference: 'K7F2',
		requesterId: tab.device.me.personId,
		departmentId: tab.device.me.departmentId,
		report: {
			...{ topic: 'broken', deviceKind: 'handheld', assetTag: null, symptom: 'charge', text, urgency: 'medium' },
			...{ tried: [], photos: [], locale: 'da' }
		}
	});

	poisoned = () => ({ guideId: poison });

	/** Begins one request of the outbox; whoever holds the device's lock goes alone. */
	push(tab: Tab): void {
		const { senders } = tab.device;
		if (this.mutant !== 'two senders, no unique key' && senders.size > 0) return;
		senders.add(tab);
		if (senders.size > 1) this.hadTwoSenders = true;
		const ended = () => void senders.delete(tab);
		pushBatch(tab.local, this.network(tab).push).catch(expected).finally(ended);
	}

	pull(tab: Tab): void {
		pullAll(tab.local, this.network(tab).pull).catch(expected);
	}

	private network(tab: Tab): Pick<Transport, 'push' | 'pull'> {
		const { me } = tab.device;
		return {
			push: (request: PushRequest) => {
				if (this.mutant === 'delete before acknowledgement')
					for (const { mutationId } of request.items) tab.device.disk.data.get('outbox')?.delete(mutationId);
				return this.travel(tab, (gate) => this.server.push(request, me, gate));
			},
			pull: (request: PullRequest) => this.travel(tab, () => this.server.pull(request, me))
		};
	}

	private travel(tab: Tab, send: Message['send']): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const lose = () => reject(new NoAnswer('lost'));
			this.inFlight.push({ tab, send, answer: resolve, lose, reply: undefined });
		});
	}

	/** @returns the n-th request on its way, by whatever number the schedule says. */
	message(n: number): Message | undefined {
		return this.inFlight[n % Math.max(1, this.inFlight.length)];
	}

	/** The request reaches the server, also one that was delivered before; a held one waits inside its transaction. */
	deliver(message: Message | undefined, isHeld = false): void {
		if (!message) return;
		const gate = isHeld ? new Promise<void>((open) => this.gates.push(open)) : undefined;
		const reply = message.send(gate);
		reply.catch(() => undefined);
		message.reply ??= reply;
	}

	/** The answer reaches the device, if there is one by now. */
	async answer(message: Message | undefined): Promise<void> {
		if (!message?.reply) return;
		const pending = Symbol('pending');
		const reply = await Promise.race([message.reply.catch(() => null), quiet().then(() => pending)]);
		if (reply === pending) return;
		this.forget(message);
		if (reply === null) message.lose();
		else message.answer(reply);
	}

	lose(message: Message | undefined): void {
		if (!message) return;
		this.forget(message);
		message.lose();
	}

	/** The network turns the order of what is on its way around. */
	reorder = () => void this.inFlight.reverse();

	private forget(message: Message): void {
		this.inFlight = this.inFlight.filter((other) => other !== message);
	}

	commitHeld(): void {
		this.gates.splice(0).forEach((open) => open());
	}

	/** The browser is killed: its requests may still arrive, nobody hears the answers. */
	crash(tab: Tab): void {
		tab.isAlive = false;
		tab.device.senders.delete(tab);
		this.tabs = this.tabs.filter((other) => other !== tab);
		if (!this.tabs.some((other) => other.device === tab.device)) this.openTab(tab.device);
	}

	wipe(device: Device): void {
		for (const tab of this.tabs.filter((other) => other.device === device)) this.crash(tab);
		for (const { mutationId } of this.outbox(device)) this.noticed.add(mutationId);
		device.disk.data.clear();
	}

	/** A browser profile is copied to another device. */
	cloneProfile(device: Device): void {
		if (this.devices.length > 4) return;
		const clone = { ...device, disk: device.disk.clone(), senders: new Set<Tab>() };
		this.devices.push(clone);
		this.openTab(clone);
	}

	pass(ms: number): void {
		this.nowMs += ms;
	}

	/** The faults stop: everything arrives at once, and time goes on until nothing moves any more. */
	async calm(): Promise<void> {
		this.commitHeld();
		await quiet();
		while (this.inFlight.length > 0) await this.arrive();
		for (let round = 0; round < 12; round += 1) {
			this.pass(61_000);
			for (const device of this.devices) {
				const tab = this.tabs.find((other) => other.device === device)!;
				for (let batch = 0; batch < 4; batch += 1) {
					this.push(tab);
					await this.arriveAll();
				}
				this.pull(tab);
				await this.arriveAll();
			}
		}
	}

	private async arriveAll(): Promise<void> {
		await quiet();
		while (this.inFlight.length > 0) await this.arrive();
	}

	private async arrive(): Promise<void> {
		const message = this.inFlight[0];
		if (!message?.reply) this.deliver(message);
		await quiet();
		await this.answer(message);
		await quiet();
	}
}

/** Until no promise is left that something could happen in. Nothing in this world waits for a timer. */
export const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function expected(error: unknown): void {
	if (!(error instanceof NoAnswer)) throw error;
}
