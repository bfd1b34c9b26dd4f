import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { expect, it, vi } from 'vitest';
import Sheet from './Sheet.svelte';
import { words } from './fixtures.ts';

it('takes the focus, closes with Escape and gives the focus back', async () => {
	const opener = document.createElement('button');
	document.body.append(opener);
	opener.focus();
	const onclose = vi.fn();
	const screen = await render(Sheet, { open: false, title: 'Pass on', onclose, children: words('Why?') });
	await screen.rerender({ open: true });
	const dialog = screen.getByRole('dialog', { name: 'Pass on' });
	await expect.element(dialog).toBeVisible();
	expect(document.activeElement).not.toBe(opener);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => dialog.query()).toBeNull();
	expect(onclose).toHaveBeenCalledOnce();
	expect(document.activeElement).toBe(opener);
	opener.remove();
});

it('closes by a tap on the scrim, not by one inside', async () => {
	const onclose = vi.fn();
	const screen = await render(Sheet, { open: true, title: 'Pass on', onclose, children: words('Why?') });
	await screen.getByText('Why?').click();
	expect(onclose).not.toHaveBeenCalled();
	const dialog = screen.getByRole('dialog').element();
	dialog.dispatchEvent(new MouseEvent('click', { clientX: 10, clientY: 10, bubbles: true }));
	await expect.poll(() => onclose.mock.calls.length).toBe(1);
});
