import { render } from 'vitest-browser-svelte';
import { expect, it } from 'vitest';
import Tick, { type TickState } from './Tick.svelte';

const states: TickState[] = ['draft', 'queued', 'sending', 'sent', 'delivered', 'seen', 'needsYou', 'changed'];

it('has a sign of its own form for each of the eight states, with the word beside it', async () => {
	const forms = new Set<string>();
	for (const state of states) {
		const screen = await render(Tick, { state, word: `is ${state}` });
		await expect.element(screen.getByText(`is ${state}`)).toBeVisible();
		const sign = screen.container.querySelector('svg');
		expect(sign?.getAttribute('aria-hidden')).toBe('true');
		forms.add(sign?.innerHTML ?? '');
		await screen.unmount();
	}
	expect(forms.size).toBe(states.length);
});
