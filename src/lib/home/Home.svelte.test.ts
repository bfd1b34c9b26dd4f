import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import Home from './Home.svelte';

const results = createRawSnippet<[string]>((query) => ({ render: () => `<p>found: ${query()}</p>` }));
const latest = createRawSnippet(() => ({ render: () => '<p>before 10:15</p>' }));
const props = { place: 'Shop 214', name: 'Mette Kjær', results, latest };

it('has six ways in, the likeliest first, each large enough for a glove', async () => {
	const screen = await render(Home, props);
	const tiles = screen.getByRole('navigation', { name: m.app_what() }).getByRole('link').elements();
	expect(tiles.map((tile) => tile.getAttribute('href'))).toEqual([
		'/report',
		'/topic/password',
		'/topic/access',
		'/topic/order',
		'/topic/booking',
		'/guides'
	]);
	for (const tile of tiles) expect(tile.getBoundingClientRect().height).toBeGreaterThanOrEqual(64);
});

it('answers while one types, without losing a letter or the focus', async () => {
	const screen = await render(Home, props);
	const field = screen.getByRole('searchbox', { name: m.app_problem() });
	const element = field.element();
	await field.fill('lås');
	await expect.element(screen.getByText('found: lås')).toBeVisible();
	await expect.element(screen.getByText('before 10:15')).not.toBeInTheDocument();
	expect(screen.getByRole('searchbox').element()).toBe(element);
	await expect.element(field).toHaveFocus();

	await screen.getByRole('button', { name: m.app_clear() }).click();
	await expect.element(field).toHaveFocus();
	await expect.element(field).toHaveValue('');
	await expect.element(screen.getByText('before 10:15')).toBeVisible();
});

it.each(['100%', '200%'])('never scrolls sideways at 320 px with text at %s', async (size) => {
	document.documentElement.style.fontSize = size;
	const frame = document.createElement('div');
	frame.style.inlineSize = '320px';
	document.body.append(frame);
	await render(Home, { target: frame, props });
	expect(frame.scrollWidth).toBeLessThanOrEqual(320);
	document.documentElement.style.fontSize = '';
	frame.remove();
});
