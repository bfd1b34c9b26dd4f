import { render } from 'vitest-browser-svelte';
import { expect, it, vi } from 'vitest';
import { locales } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { setLocale } from '#lib/paraglide/runtime.js';
import LittleRoom from './LittleRoom.svelte';
import LossNotice from './LossNotice.svelte';
import NoStorage from './NoStorage.svelte';
import OthersWaiting from './OthersWaiting.svelte';
import SignedOut from './SignedOut.svelte';

const now = Date.parse('2026-11-24T10:00:00Z');
const at = '2026-11-24T08:15:00Z';

it('says that what is written stays here, and leads through the door back to the page where one was', async () => {
	const screen = await render(SignedOut, { ended: 'signed_out', waiting: 2, here: '/search?q=lås' });
	await expect.element(screen.getByText(m.app_signed_out_text())).toBeVisible();
	await expect.element(screen.getByText(m.app_waiting_to_send({ count: 2 }))).toBeVisible();
	const again = screen.getByRole('link', { name: m.app_sign_in_again() });
	await expect.element(again).toHaveAttribute('href', '/sign-in?back=%2Fsearch%3Fq%3Dl%C3%A5s');
});

it('[PU11] says to who has left whether IT has what they wrote, and sends them to no door', async () => {
	const screen = await render(SignedOut, { ended: 'access_ended', waiting: 2, here: '/' });
	await expect.element(screen.getByText(m.app_left_waiting())).toBeVisible();
	await expect.element(screen.getByText(m.app_waiting_to_send({ count: 2 }))).toBeVisible();
	await screen.rerender({ waiting: 0 });
	await expect.element(screen.getByText(m.app_left_arrived())).toBeVisible();
	await expect.element(screen.getByRole('link')).not.toBeInTheDocument();
});

it('[ST4] tells how much was lost, of what kind and when, and goes when it was read', async () => {
	const onread = vi.fn();
	const items = ['ticket.report', 'ticket.reply', 'ticket.see'].map((kind) => ({ kind, at }));
	const screen = await render(LossNotice, { losses: [{ items }], now, onread });
	await expect.element(screen.getByRole('alert')).toBeVisible();
	await expect.element(screen.getByText(m.app_loss_title({ count: 2 }))).toBeVisible();
	await expect.element(screen.getByText(/^A report, written .*\d/)).toBeVisible();
	await expect.element(screen.getByText(new RegExp(`^${m.tickets_outbox_reply()}, written .*\\d`))).toBeVisible();
	await screen.getByRole('button', { name: m.app_loss_read() }).click();
	expect(onread).toHaveBeenCalledOnce();
});

it('[ST4] says nothing when only what nobody wrote was lost', async () => {
	const losses = [{ items: [{ kind: 'ticket.see', at }] }];
	const screen = await render(LossNotice, { losses, now, onread: () => {} });
	await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});

it('[ST7] says that the device fills up, and what waits', async () => {
	const screen = await render(LittleRoom, { waiting: 3 });
	await expect.element(screen.getByText(m.app_little_room_text())).toBeVisible();
	await expect.element(screen.getByText(m.app_waiting_to_send({ count: 3 }))).toBeVisible();
});

it('[ST5] counts what others have not sent, under their first names', async () => {
	const screen = await render(OthersWaiting, { others: [{ name: 'Anna Lind', count: 3 }] });
	await expect.element(screen.getByText(m.app_others_waiting({ name: 'Anna', count: 3 }))).toBeVisible();
});

it.each(locales)('says in %s why nothing can be kept here', async (locale) => {
	setLocale(locale, { reload: false });
	for (const [why, title] of [
		['blocked', m.app_storage_blocked],
		['full', m.app_storage_full],
		['newer', m.app_storage_newer],
		['silent', m.app_storage_silent]
	] as const) {
		const screen = await render(NoStorage, { why });
		await expect.element(screen.getByRole('alert').getByRole('heading')).toHaveTextContent(title());
		await expect.element(screen.getByRole('button', { name: m.app_try_again() })).toBeVisible();
		await screen.unmount();
	}
});
