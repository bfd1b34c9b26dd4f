import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLocale } from '#lib/paraglide/runtime.js';
import { dropDraft } from '#lib/sync/drafts.ts';
import { signIn } from '#lib/sync/me.ts';
import Case from './Case.svelte';
import { anna, caseOf, desk, lars } from './fixtures.ts';
import WithDesk from './WithDesk.svelte';

const kept = async () => null;
const actionsWith = (other: object) => ({
	take: vi.fn(kept),
	assign: vi.fn(kept),
	write: vi.fn(kept),
	promise: vi.fn(kept),
	weigh: vi.fn(kept),
	solve: vi.fn(kept),
	retry: vi.fn(kept),
	discard: vi.fn(kept),
	...other
});
const open = async (ticket = lars, other: object = {}) => {
	const actions = actionsWith(other);
	const guides = [{ id: 'card-terminal-no-connection', title: 'Terminal uden forbindelse' }];
	const given = { ticket, actions, guides, refused: [] };
	return { actions, screen: await render(WithDesk, { desk, part: Case as never, given }) };
};

beforeEach(async () => {
	await setLocale('da', { reload: false });
	await page.viewport(1024, 768);
	await signIn(desk.me);
});
afterEach(() => dropDraft(`desk.${lars.id}`));

describe('a case', () => {
	it('says what is promised, what was said, what was tried, and what only IT sees', async () => {
		const { screen } = await open();
		await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent(/Kortterminal/);
		await expect.element(screen.getByText('Lovet svar før 10:00')).toBeVisible();
		await expect.element(screen.getByText(/Terminalen står og tænker/)).toBeVisible();
		await expect.element(screen.getByText('Terminal uden forbindelse: 4 trin')).toBeVisible();
		await expect.element(screen.getByText('Kun IT ser det')).toBeVisible();
	});

	it('has the answer before what belongs to the case, for whoever goes by key', async () => {
		const { screen } = await open();
		const answer = screen.getByRole('textbox', { name: 'Svar Lars på dansk' }).element();
		const context = screen.getByRole('complementary').element();
		expect(answer.compareDocumentPosition(context)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
	});

	it('sends an answer and empties the field when it is kept', async () => {
		const { screen, actions } = await open();
		const field = screen.getByRole('textbox', { name: 'Svar Lars på dansk' });
		await field.fill('  Træk stikket ud  ');
		await screen.getByRole('button', { name: 'Send svaret' }).click();
		expect(actions.write).toHaveBeenCalledWith(
			expect.anything(),
			{
				mode: 'answer',
				text: 'Træk stikket ud',
				choices: []
			},
			[]
		);
		await expect.element(field).toHaveValue('');
	});

	it('keeps the words and says why when they were not kept', async () => {
		const { screen } = await open(lars, { write: async () => 'Der er ikke plads på enheden.' });
		const field = screen.getByRole('textbox', { name: 'Svar Lars på dansk' });
		await field.fill('Træk stikket ud');
		await screen.getByRole('button', { name: 'Send svaret' }).click();
		await expect.element(screen.getByRole('alert')).toMatchTextContent(/Der er ikke plads på enheden./);
		await expect.element(field).toHaveValue('Træk stikket ud');
	});

	it('finds the words again that were begun', async () => {
		const first = await open();
		await first.screen.getByRole('textbox', { name: 'Svar Lars på dansk' }).fill('Jeg ringer om lidt');
		await first.screen.unmount();
		const { screen } = await open();
		await expect.element(screen.getByRole('textbox')).toHaveValue('Jeg ringer om lidt');
	});

	it('asks with answers to tap', async () => {
		const { screen, actions } = await open();
		await screen.getByRole('button', { name: 'Spørg' }).click();
		await screen.getByRole('textbox', { name: 'Hvad har du brug for at vide?' }).fill('Lyser lampen?');
		await screen.getByRole('textbox', { name: 'Svar 1 at trykke på' }).fill('Ja');
		await screen.getByRole('textbox', { name: 'Svar 2 at trykke på' }).fill('Nej');
		await screen.getByRole('button', { name: 'Send spørgsmålet' }).click();
		expect(actions.write).toHaveBeenCalledWith(
			expect.anything(),
			{
				mode: 'ask',
				text: 'Lyser lampen?',
				choices: ['Ja', 'Nej']
			},
			[]
		);
	});

	it('acts on single keys, but not while one writes', async () => {
		const { screen, actions } = await open();
		await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
		await userEvent.keyboard('t');
		expect(actions.take).toHaveBeenCalledOnce();
		await userEvent.keyboard('n');
		await userEvent.keyboard('try');
		await expect.element(screen.getByRole('textbox', { name: 'En note, kun IT ser' })).toHaveValue('try');
		expect(actions.take).toHaveBeenCalledOnce();
	});

	it('promises a new time, not one that has passed', async () => {
		const { screen, actions } = await open();
		await screen.getByRole('button', { name: 'Ny tid' }).click();
		await screen.getByLabelText('En anden tid').fill('2026-11-30T10:00');
		await expect.element(screen.getByText('Det tidspunkt er gået. Vælg et senere.')).toBeVisible();
		await screen.getByRole('button', { name: 'Om 1 time' }).click();
		await expect.element(screen.getByText('Lars læser: du får svar før 10:56')).toBeVisible();
		await screen.getByRole('button', { name: 'Lov det' }).click();
		expect(actions.promise).toHaveBeenCalledWith(expect.anything(), '2026-12-01T09:56:00.000Z');
	});

	it('solves with the guide that helped', async () => {
		const { screen, actions } = await open();
		await screen.getByRole('button', { name: 'Løst', exact: true }).click();
		await screen.getByLabelText('Det, Lars læser').fill('Leverandøren har rettet det');
		await screen.getByRole('button', { name: 'Terminal uden forbindelse' }).click();
		await screen.getByRole('button', { name: 'Leverandøren løste den' }).click();
		await screen.getByRole('button', { name: 'Løst, sig det til Lars' }).click();
		expect(actions.solve).toHaveBeenCalledWith(
			expect.anything(),
			'Leverandøren har rettet det',
			'supplier',
			'card-terminal-no-connection'
		);
	});

	it('sends on to a colleague, with a reason', async () => {
		const { screen, actions } = await open();
		await screen.getByRole('button', { name: 'Send videre' }).click();
		await screen.getByRole('radio', { name: 'Jonas Berg' }).click();
		await screen.getByLabelText('Hvad skal de vide? (valgfrit)').fill('Netværk');
		await screen.getByRole('dialog').getByRole('button', { name: 'Send videre' }).click();
		expect(actions.assign).toHaveBeenCalledWith(
			expect.anything(),
			expect.objectContaining({ name: 'Jonas Berg' }),
			'Netværk'
		);
	});

	it('takes only notes when it is solved', async () => {
		const solved = caseOf({
			n: 41,
			name: 'Ida Krogh',
			place: '031',
			left: 30,
			of: 60,
			report: {},
			then: [[-1, anna, { kind: 'resolved', text: 'Ny kabel', solutionPoint: 'firstLine', guideId: null }]]
		});
		const { screen } = await open(solved);
		await expect.element(screen.getByRole('textbox', { name: 'En note, kun IT ser' })).toBeVisible();
		expect(screen.getByRole('button', { name: 'Tag sagen' }).query()).toBeNull();
	});
});
