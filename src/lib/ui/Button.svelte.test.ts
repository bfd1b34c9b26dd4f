import { render } from 'vitest-browser-svelte';
import { expect, it, vi } from 'vitest';
import Button from './Button.svelte';
import { words } from './fixtures.ts';

it('acts once while it is at work, and stays in reach of the keyboard', async () => {
	const onclick = vi.fn();
	const screen = await render(Button, { children: words('Send'), onclick });
	const button = screen.getByRole('button', { name: 'Send' });
	await button.click();
	await screen.rerender({ busy: true });
	await button.click({ force: true });
	expect(onclick).toHaveBeenCalledTimes(1);
	await expect.element(button).toHaveAttribute('aria-busy', 'true');
	button.element().focus();
	await expect.element(button).toHaveFocus();
});

it('does not send a form while it is at work', async () => {
	const form = document.createElement('form');
	document.body.append(form);
	const sent = vi.fn((event: Event) => event.preventDefault());
	form.addEventListener('submit', sent);
	const screen = await render(Button, { target: form, props: { children: words('Send'), type: 'submit', busy: true } });
	await screen.getByRole('button').click({ force: true });
	expect(sent).not.toHaveBeenCalled();
	form.remove();
});

it('is a link with an address, and large enough for a glove', async () => {
	const screen = await render(Button, { children: words('Home'), href: '/', variant: 'primary' });
	const link = screen.getByRole('link', { name: 'Home' });
	await expect.element(link).toHaveAttribute('href', '/');
	expect(link.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(56);
});
