import { render } from 'vitest-browser-svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { setLocale } from '#lib/paraglide/runtime.js';
import { anna, caseOf, desk, tickets } from './fixtures.ts';
import Queue from './Queue.svelte';
import WithDesk from './WithDesk.svelte';

const mine = caseOf({
	n: 50,
	name: 'Ida Krogh',
	place: '031',
	left: 30,
	of: 60,
	report: { text: 'Skærmen er sort' },
	then: [[-5, anna, { kind: 'taken' }]]
});
const show = (over: object = {}, openId: string | null = null) =>
	render(WithDesk, {
		desk: { ...desk, tickets: [...tickets, mine], ...over },
		part: Queue as never,
		given: { openId }
	});

beforeEach(() => setLocale('da', { reload: false }));

describe('the queue', () => {
	it('counts each view and shows the chosen one', async () => {
		const screen = await show();
		await expect.element(screen.getByRole('button', { name: 'Fælles 7' })).toHaveAttribute('aria-pressed', 'true');
		await screen.getByRole('button', { name: 'Mine 1' }).click();
		await expect.element(screen.getByRole('link')).toMatchTextContent(/Ida, Butik 031/);
	});

	it('shows the view that an opened case lies in', async () => {
		const screen = await show({}, mine.id);
		await expect.element(screen.getByRole('link', { name: /Skærmen er sort/ })).toHaveAttribute('aria-current', 'true');
	});

	it('puts one chip on a row, danger before all', async () => {
		const screen = await show();
		await expect.element(screen.getByRole('link', { name: /Amira/ })).toMatchTextContent(/Borger venter/);
		await expect.element(screen.getByRole('link', { name: /Lars/ })).toMatchTextContent(/3 ligner/);
		await expect.element(screen.getByRole('link', { name: /Mette/ })).toMatchTextContent(/Svarede 09:44/);
	});

	it.each(['4817', 'lars holm', '087-k2', 'kontant'])('finds a case by %j', async (words) => {
		const screen = await show({ tickets: tickets.slice(0, 3), devices: desk.devices });
		await screen.getByRole('searchbox').fill(words);
		await expect.element(screen.getByRole('link')).toMatchTextContent(/Lars/);
		await expect.element(screen.getByText('1 fundet')).toBeInTheDocument();
	});

	it('says what will be here when it is empty', async () => {
		const screen = await show({ tickets: [] });
		await expect.element(screen.getByRole('heading', { name: 'Køen er tom' })).toBeVisible();
	});

	it('lets one organisation be chosen where there are several', async () => {
		const other = '0192f0a0-0000-7000-8000-000000000099';
		const screen = await show({
			me: { ...desk.me, grants: [...desk.me.grants, { organisationId: other, roles: ['agent'] }] },
			organisations: [{ id: other, name: 'Solby Kommune' }],
			tickets: [mine, { ...tickets[1], organisationId: other }]
		});
		await screen.getByRole('button', { name: 'Solby Kommune' }).click();
		await expect.element(screen.getByRole('link')).toMatchTextContent(/Amira/);
	});
});
