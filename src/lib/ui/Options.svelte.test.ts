import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { expect, it, vi } from 'vitest';
import Options from './Options.svelte';

const options = [
	{ value: 'yes', title: 'Yes', line: 'Someone looks at it today' },
	{ value: 'hard', title: 'With difficulty', line: 'Before 12:00' },
	{ value: 'no', title: 'No', line: 'Before 11:10' }
];

it('is one stop for Tab, and arrows choose', async () => {
	const onchange = vi.fn();
	const screen = await render(Options, { legend: 'Can you keep working?', options, value: 'yes', onchange });
	await userEvent.keyboard('{Tab}');
	await expect.element(screen.getByRole('radio', { name: 'Yes' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(screen.getByRole('radio', { name: 'With difficulty' })).toBeChecked();
	expect(onchange).toHaveBeenLastCalledWith('hard');
	await expect.element(screen.getByRole('radiogroup', { name: 'Can you keep working?' })).toBeVisible();
});

it('is chosen by a tap anywhere in the row, and tells the consequence', async () => {
	const screen = await render(Options, { legend: 'Can you keep working?', options });
	const row = screen.container.querySelectorAll('.option')[2];
	if (!row) throw new Error('no third row');
	const box = row.getBoundingClientRect();
	expect(box.height).toBeGreaterThanOrEqual(64);
	await userEvent.click(row, { position: { x: box.width - 8, y: box.height - 8 } });
	const radio = screen.getByRole('radio', { name: 'No' });
	await expect.element(radio).toBeChecked();
	await expect.element(radio).toHaveAccessibleDescription('Before 11:10');
});

it('shows the focus as a ring round the whole row', async () => {
	const screen = await render(Options, { legend: 'Can you keep working?', options, value: 'yes' });
	await userEvent.keyboard('{Tab}');
	const input = screen.getByRole('radio', { name: 'Yes' }).element();
	expect(getComputedStyle(input).outlineStyle).toBe('solid');
	expect(input.getBoundingClientRect().width).toBeGreaterThan(200);
});
