import * as fc from 'fast-check';
import type { TicketId } from '#lib/domain/ids.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { liveness, nothingWrong, safety, type Verdict } from './invariants.ts';
import type { Mutant } from './model-server.ts';
import { quiet, World, type Tab } from './world.ts';

// A schedule is a list of commands, each with two numbers that choose what it is done to. Safety is checked after every
// command, liveness once at the end, after the faults have stopped.

type Command = (world: World, a: number, b: number) => void | Promise<void>;

const tabOf = (world: World, n: number): Tab => world.tabs[n % world.tabs.length]!;
const deviceOf = (world: World, n: number) => world.devices[n % world.devices.length]!;
const ticketOf = (world: World, tab: Tab, n: number) => {
	const tickets = world.rows(tab.device, 'ticket') as TicketRow[];
	return tickets[n % Math.max(1, tickets.length)];
};
const itemOf = (world: World, tab: Tab, n: number) => {
	const items = world.outbox(tab.device).filter((item) => item.kind !== 'outbox.discarded');
	return items[n % Math.max(1, items.length)];
};

const commands = {
	report: (w, a) => w.save(tabOf(w, a), 'ticket.report', w.report(tabOf(w, a), w.newId<TicketId>(), 'It is black')),
	async act(w, a, b) {
		const tab = tabOf(w, a);
		const ticket = ticketOf(w, tab, b);
		if (!ticket) return;
		const { id: ticketId } = ticket;
		const resolve = { ticketId, text: 'New cradle', solutionPoint: 'firstLine', guideId: null };
		const [kind, payload] = (
			[
				['ticket.reply', { ticketId, text: 'Now also red', photos: [] }],
				['ticket.see', { ticketId }],
				['ticket.withdraw', { ticketId }],
				['ticket.resolve', resolve],
				['ticket.reopen', { ticketId, text: '' }]
			] as const
		)[b % 5]!;
		await w.save(tab, kind, payload);
	},
	poison: (w, a) => w.save(tabOf(w, a), 'guide.outcome', w.poisoned()),
	async edit(w, a, b) {
		const item = itemOf(w, tabOf(w, a), b);
		if (item?.kind === 'ticket.report')
			await w.save(tabOf(w, a), item.kind, w.report(tabOf(w, a), item.ticketId!, 'It is red'), item.mutationId);
	},
	async discard(w, a, b) {
		const item = itemOf(w, tabOf(w, a), b);
		if (item) await w.discard(tabOf(w, a), item);
	},
	push: (w, a) => w.push(tabOf(w, a)),
	pull: (w, a) => w.pull(tabOf(w, a)),
	deliver: (w, a) => w.deliver(w.message(a)),
	hold: (w, a) => w.deliver(w.message(a), true),
	commit: (w) => w.commitHeld(),
	answer: (w, a) => w.answer(w.message(a)),
	arrive: async (w, a) => {
		w.deliver(w.message(a));
		await quiet();
		await w.answer(w.message(a));
	},
	loseRequestOrAnswer: (w, a) => w.lose(w.message(a)),
	reorder: (w) => w.reorder(),
	cutAll: (w) => {
		while (w.message(0)) w.lose(w.message(0));
	},
	killBrowser: (w, a) => w.crash(tabOf(w, a)),
	killNode: (w) => {
		w.server.crash();
		w.commitHeld();
	},
	openTab: (w, a) => void (w.tabs.length < 6 && w.openTab(deviceOf(w, a))),
	wipe: (w, a) => w.wipe(deviceOf(w, a)),
	clone: (w, a) => w.cloneProfile(deviceOf(w, a)),
	revoke: (w, a) => void w.server.revoked.add(deviceOf(w, a).me.personId),
	grant: (w) => w.server.revoked.clear(),
	backup: (w) => w.server.takeBackup(),
	restore: (w) => {
		w.server.restore();
		w.commitHeld();
	},
	skewClock: (w, a, b) => void (deviceOf(w, a).skewMs = (b - 50) * 86_400_000 * 70),
	wait: (w, a) => w.pass(a * 1_000)
} satisfies Record<string, Command>;

type Name = keyof typeof commands;

const likely: Name[] = ['report', 'act', 'push', 'pull', 'deliver', 'answer', 'arrive', 'hold', 'commit', 'wait'];
const often: Name[] = [
	'edit',
	'discard',
	'loseRequestOrAnswer',
	'openTab',
	'reorder',
	'backup',
	'killBrowser',
	'grant'
];
const seldom: Name[] = ['poison', 'cutAll', 'killNode', 'wipe', 'clone', 'revoke', 'restore', 'skewClock'];
const name = fc.oneof(
	{ weight: 14, arbitrary: fc.constantFrom(...likely) },
	{ weight: 5, arbitrary: fc.constantFrom(...often) },
	{ weight: 1, arbitrary: fc.constantFrom(...seldom) }
);
const number = fc.nat({ max: 100 });

export type Schedule = [Name, number, number][];
export const schedule: fc.Arbitrary<Schedule> = fc.array(fc.tuple(name, number, number), {
	maxLength: 60,
	size: 'max'
});

/** Runs one schedule to its end, or to the first thing that must not be. */
export async function run(steps: Schedule, mutant?: Mutant): Promise<Verdict> {
	const world = new World(mutant);
	for (const [step, a, b] of steps) {
		await (commands[step] as Command)(world, a, b);
		await quiet();
		const verdict = safety(world);
		if (!nothingWrong(verdict)) return verdict;
	}
	await world.calm();
	return liveness(world);
}
