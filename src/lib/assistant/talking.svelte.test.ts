import { beforeEach, expect, it, vi } from 'vitest';
import type { Answer } from '#lib/domain/answers.ts';
import type { Me } from '#lib/domain/rows.ts';
import { mette, shop, ticketOf } from '#lib/domain/ticket/fixtures.ts';
import { newId } from '#lib/sync/ids.ts';
import { signIn } from '#lib/sync/me.ts';
import { outbox } from '#lib/sync/outbox.ts';
import type { Theirs } from './talk.ts';
import { Talking } from './talking.svelte.ts';

// The talk against the device's real storage. Every test is a person of their own, so none finds another's rows.

beforeEach(async () => {
	const me: Me = {
		personId: newId(),
		name: mette.name,
		organisationId: ticketOf().organisationId,
		departmentId: shop,
		locale: 'da',
		grants: []
	};
	await signIn(me);
});

const answer: Answer = { kind: 'answer', guides: [{ guideId: 'wifi-store', confidence: 0.9 }] };
const kept = (talking: Talking) => vi.waitFor(() => expect(talking.isBusy).toBe(false));
const last = (talking: Talking) => talking.turns.at(-1) as Theirs;
const recorded = async () =>
	(await outbox.items()).map(({ kind, payload }) => ({ as: kind, ...(JSON.parse(payload) as object) }));

async function reopened(now = Date.now()): Promise<Talking> {
	const talking = new Talking(async () => answer);
	await talking.open(now);
	return talking;
}

it('is there after a restart with the step one was at, and gone after a day', async () => {
	const talking = await reopened();
	await talking.say('intet net');
	talking.read(last(talking), { step: 2, outcome: null });
	await kept(talking);
	expect((await reopened()).turns).toEqual(talking.turns);
	expect((await reopened(Date.now() + 25 * 3_600_000)).turns).toEqual([]);
	expect((await reopened()).turns, 'thrown away, not hidden').toEqual([]);
});

it('keeps and records no identity number', async () => {
	const talking = await reopened();
	await talking.say('borger 010190-1234 har intet net');
	await kept(talking);
	const all = JSON.stringify([(await reopened()).turns, await recorded()]);
	expect(all).toContain('borger *** har intet net');
	expect(all).not.toContain('010190');
});

it('records what was asked, and once what became of it', async () => {
	const talking = await reopened();
	await talking.say('intet net');
	const { id } = last(talking);
	talking.read(last(talking), { step: 0, outcome: { worked: true, steps: 1 } });
	talking.read(last(talking), { step: 0, outcome: { worked: true, steps: 1 } });
	await talking.say('tak');
	await kept(talking);
	const [first, second, ...more] = await recorded();
	expect(first).toMatchObject({
		as: 'question.asked',
		kind: 'answer',
		text: 'intet net',
		guideId: 'wifi-store',
		outcome: null
	});
	expect(second).toEqual({ ...first, outcome: 'worked' });
	expect(more, 'small talk is no question').toEqual([]);
	expect(talking.turns.filter((turn) => turn.id === id)).toHaveLength(1);
});

it('says that it does not know when the answers cannot be read', async () => {
	const talking = new Talking(() => Promise.reject(new Error('broken')));
	await talking.say('intet net');
	expect(last(talking).reply).toEqual({ kind: 'unknown' });
	await kept(talking);
});

it('comes back whole when clearing it is undone', async () => {
	const talking = await reopened();
	await talking.say('intet net');
	const { turns } = talking;
	const undo = talking.clear();
	await kept(talking);
	expect((await reopened()).turns).toEqual([]);
	undo();
	await kept(talking);
	expect((await reopened()).turns).toEqual(turns);
});
