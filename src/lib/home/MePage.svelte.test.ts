import { render } from 'vitest-browser-svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import MePage from './MePage.svelte';
import { chosenLook } from './look.svelte.ts';

const props = {
	name: 'Mette Kjær',
	place: 'Shop 214',
	waiting: 0,
	needsYou: 0,
	lastSynced: '10:41',
	cases: 3,
	colleagues: 38,
	onleave: async () => {}
};

afterEach(() => chosenLook.choose({ theme: 'auto', moreContrast: false, text: '100%' }));

it('counts what is not sent before anybody signs out, and signs out only after that', async () => {
	const onleave = vi.fn(async () => {});
	const screen = await render(MePage, { ...props, waiting: 2, needsYou: 1, onleave });
	await screen.getByRole('button', { name: m.app_sign_out() }).click();
	const sheet = screen.getByRole('dialog', { name: m.app_sign_out_ask() });
	await expect.element(sheet.getByText(m.app_sign_out_unsent({ count: 3 }))).toBeVisible();
	expect(onleave).not.toHaveBeenCalled();
	await sheet.getByRole('button', { name: m.app_sign_out() }).click();
	expect(onleave).toHaveBeenCalledOnce();
});

it('makes the text larger at once and says how large it is', async () => {
	const screen = await render(MePage, props);
	await screen.getByRole('button', { name: m.app_text(), exact: false }).first().click();
	await screen.getByRole('button', { name: m.app_text_larger() }).click();
	await screen.getByRole('button', { name: m.app_text_larger() }).click();
	expect(getComputedStyle(document.documentElement).fontSize).toBe('20px');
	await expect.element(screen.getByText(m.app_text_is({ size: m.app_text_125().toLocaleLowerCase() }))).toBeVisible();
});

it('switches high contrast by a switch that says its state', async () => {
	const screen = await render(MePage, props);
	await screen.getByRole('button', { name: m.app_theme(), exact: false }).click();
	const contrast = screen.getByRole('switch', { name: m.app_contrast(), exact: false });
	await expect.element(contrast).toHaveAttribute('aria-checked', 'false');
	await contrast.click();
	await expect.element(contrast).toHaveAttribute('aria-checked', 'true');
	expect(document.documentElement.dataset.contrast).toBe('more');
});

it('says nothing of what is sent before it was counted', async () => {
	const screen = await render(MePage, { ...props, waiting: undefined });
	await expect.element(screen.getByText(m.app_all_sent())).not.toBeInTheDocument();
	await screen.getByRole('button', { name: m.app_sign_out() }).click();
	await expect.element(screen.getByRole('dialog', { name: m.app_sign_out_ask() })).toBeVisible();
	await expect.element(screen.getByText(m.app_sign_out_sent())).not.toBeInTheDocument();
});

it('puts what needs the person before what only waits', async () => {
	const screen = await render(MePage, { ...props, waiting: 2, needsYou: 1 });
	await expect.element(screen.getByRole('link', { name: m.app_needs_you({ count: 1 }), exact: false })).toBeVisible();
});
