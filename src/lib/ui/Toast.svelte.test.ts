import { render } from 'vitest-browser-svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { announce, announced, dismiss, hold } from './announce.svelte.ts';
import Toast from './Toast.svelte';

afterEach(dismiss);

it('says its words in a region that was there before them', async () => {
	const screen = await render(Toast);
	const region = screen.getByRole('status').element();
	expect(region.textContent).toBe('');
	announce('Draft discarded');
	await expect.element(screen.getByRole('status')).toHaveTextContent('Draft discarded');
	expect(screen.getByRole('status').element()).toBe(region);
});

it('undoes, and is gone then', async () => {
	const run = vi.fn();
	const screen = await render(Toast);
	announce('Draft discarded', { label: 'Undo', run });
	await screen.getByRole('button', { name: 'Undo' }).click();
	expect(run).toHaveBeenCalledOnce();
	expect(announced()).toBeNull();
});

it('goes by itself, but not while it is held', () => {
	vi.useFakeTimers();
	announce('Saved');
	hold();
	vi.advanceTimersByTime(60_000);
	expect(announced()?.text).toBe('Saved');
	announce('Sent');
	vi.advanceTimersByTime(60_000);
	expect(announced()).toBeNull();
	vi.useRealTimers();
});
