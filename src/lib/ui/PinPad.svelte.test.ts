import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { expect, it, vi } from 'vitest';
import PinPad from './PinPad.svelte';

const props = {
	prompt: 'Mette, type your PIN',
	filled: (digits: number) => `${digits} of 4 digits`,
	eraseLabel: 'Erase'
};

it('takes digits by tap and by keyboard, erases, and completes once', async () => {
	const oncomplete = vi.fn();
	const screen = await render(PinPad, { ...props, oncomplete });
	await screen.getByRole('button', { name: '4', exact: true }).click();
	await userEvent.keyboard('27');
	await screen.getByRole('button', { name: 'Erase' }).click();
	await expect.element(screen.getByRole('status')).toHaveAccessibleName('2 of 4 digits');
	await userEvent.keyboard('90');
	await userEvent.keyboard('5');
	expect(oncomplete.mock.calls).toEqual([['4290']]);
});

it('never has a digit of the PIN in what is shown', async () => {
	const screen = await render(PinPad, { ...props, value: '8' });
	expect(screen.container.querySelector('.dots')?.textContent?.trim()).toBe('');
	for (const key of screen.container.querySelectorAll('.pad button'))
		expect(key.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
});
