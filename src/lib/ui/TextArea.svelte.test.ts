import { render } from 'vitest-browser-svelte';
import { expect, it } from 'vitest';
import TextArea from './TextArea.svelte';

it('grows with the text and counts near the limit only', async () => {
	const screen = await render(TextArea, { label: 'Tell more', limit: 100, counter: (left: number) => `${left} left` });
	const area = screen.getByLabelText('Tell more');
	const before = area.element().getBoundingClientRect().height;
	await area.fill('a'.repeat(50));
	await expect.element(screen.getByText(/left/)).not.toBeInTheDocument();
	await area.fill('one\ntwo\nthree\nfour\nfive\n' + 'a'.repeat(70));
	expect(area.element().getBoundingClientRect().height).toBeGreaterThan(before + 40);
	await expect.element(screen.getByText('6 left')).toBeVisible();
});
