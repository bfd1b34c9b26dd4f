import { NoAnswer } from '#lib/sync/transport.ts';
import type { Tab } from './tab.ts';

// Requests on their way, held in the hand of a schedule: each may arrive, arrive twice or in part, be answered by a
// stranger, or be lost before or after it had its effect.

export type Kind = 'push' | 'pull' | 'upload';
export type Sending = {
	kind: Kind;
	/** It reaches the server. @param gate the server's transaction stays open until it resolves */
	send(gate?: Promise<void>): Promise<unknown>;
	/** Somebody between answers, for example a captive portal; what it says is chosen by the number. */
	stranger(n: number): unknown;
	/** Only so much of it (0 to 100) reaches the server before the line is cut. */
	cut?(percent: number): void;
};
export type Message = Sending & {
	tab: Tab;
	answer: (reply: unknown) => void;
	fail: (error: unknown) => void;
	/** Set once the server has it. */
	reply: Promise<unknown> | undefined;
};

export class Network {
	/** Requests that send while another tab of the same profile was sending. */
	twoSenders = 0;
	private inFlight: Message[] = [];
	private gates: (() => void)[] = [];

	get isIdle(): boolean {
		return this.inFlight.length === 0;
	}

	travel(tab: Tab, sending: Sending): Promise<unknown> {
		if (!tab.isAlive) return new Promise(() => undefined);
		const isSender = ({ kind }: Sending) => kind !== 'pull';
		const isOther = (one: Message) => isSender(one) && one.tab.isAlive && one.tab.device === tab.device;
		if (isSender(sending) && this.inFlight.some(isOther)) this.twoSenders += 1;
		return new Promise((answer, fail) => this.inFlight.push({ ...sending, tab, answer, fail, reply: undefined }));
	}

	/** The n-th request on its way, by whatever number the schedule says. */
	message(n: number, kind?: Kind): Message | undefined {
		const all = kind ? this.inFlight.filter((one) => one.kind === kind) : this.inFlight;
		return all[n % Math.max(1, all.length)];
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
		if (reply === null) return this.lose(message);
		this.forget(message);
		message.answer(reply);
	}

	lose(message: Message | undefined): void {
		if (!message) return;
		this.forget(message);
		message.fail(new NoAnswer('lost'));
	}

	cut(message: Message | undefined, percent: number): void {
		message?.cut?.(percent);
		this.lose(message);
	}

	/** Whether or not it was delivered, the device hears somebody else. */
	strange(message: Message | undefined, n: number): void {
		if (!message) return;
		this.forget(message);
		message.answer(message.stranger(n));
	}

	/** The order of what is on its way turns around. */
	reorder = () => void this.inFlight.reverse();

	commitHeld(): void {
		this.gates.splice(0).forEach((open) => open());
	}

	/** Everything of these kinds that is on its way arrives, and what follows from it. */
	async arriveAll(kinds: readonly Kind[] = ['push', 'pull', 'upload']): Promise<void> {
		this.commitHeld();
		await quiet();
		for (;;) {
			const message = this.inFlight.find(({ kind }) => kinds.includes(kind));
			if (!message) return;
			if (!message.reply) this.deliver(message);
			await quiet();
			await this.answer(message);
			await quiet();
		}
	}

	private forget(message: Message): void {
		this.inFlight = this.inFlight.filter((other) => other !== message);
	}
}

/** Until no promise is left that something could happen in. Nothing in this world waits for a timer. */
export const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
