import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { expect, it, vi } from 'vitest';
import type { FileRow } from '#lib/sync/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import CasePhotos from './CasePhotos.svelte';
import PhotoViewer, { type ViewedPhoto } from './PhotoViewer.svelte';

const pixel =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = (n: number, full: string | null = pixel): ViewedPhoto => ({
	fileId: `photo-${n}`,
	small: pixel,
	full,
	alt: `Photo ${n}`
});
const shown = () => page.getByRole('dialog');

it('opens over the whole screen, goes round by keyboard and buttons, and ends with Escape', async () => {
	const photos = [photo(1), photo(2)];
	const screen = await render(PhotoViewer, { photos, at: 'photo-1' });
	const { width, height } = shown().element().getBoundingClientRect();
	expect([width, height]).toEqual([innerWidth, innerHeight]);
	await expect.element(shown().getByAltText('Photo 1')).toBeVisible();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(shown().getByAltText('Photo 2')).toBeVisible();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(shown().getByAltText('Photo 1')).toBeVisible();
	await shown().getByRole('button', { name: m.tickets_photo_previous() }).click();
	await expect.element(shown().getByAltText('Photo 2')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => shown().query()).toBeNull();
	await screen.unmount();
});

it('has targets for a glove, and gives the arrows to a zoomed picture', async () => {
	const screen = await render(PhotoViewer, { photos: [photo(1), photo(2)], at: 'photo-1' });
	for (const button of shown().getByRole('button').elements()) {
		const { width, height } = button.getBoundingClientRect();
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
	}
	await userEvent.keyboard('+');
	const picture = shown().getByAltText('Photo 1').element();
	await expect.poll(() => picture.getBoundingClientRect().width).toBe(2 * innerWidth);
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(shown().getByAltText('Photo 1')).toBeVisible();
	await shown().getByRole('button', { name: m.tickets_photo_close() }).click();
	await expect.poll(() => shown().query()).toBeNull();
	await screen.unmount();
});

it('keeps the small one and says so when the large one cannot be fetched, and tries again', async () => {
	const screen = await render(PhotoViewer, { photos: [photo(1, '/nothing-here.jpg')], at: 'photo-1' });
	await expect.element(shown().getByText(m.tickets_photo_not_fetched())).toBeVisible();
	expect(shown().getByAltText('Photo 1').element()).toHaveProperty('src', pixel);
	await screen.rerender({ photos: [photo(1)] });
	await expect.poll(() => shown().getByText(m.tickets_photo_not_fetched()).query()).toBeNull();
	await screen.unmount();
});

it('is fetched only when it is opened; the list asks for the small one', async () => {
	const asked: string[] = [];
	const observer = new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)));
	observer.observe({ type: 'resource' });
	const files: FileRow[] = [];
	const screen = await render(CasePhotos, { fileIds: ['far-away'], states: { 'far-away': 'published' }, files });
	await vi.waitFor(() => expect(asked.some((url) => url.endsWith('/api/media/far-away?size=thumb'))).toBe(true));
	expect(asked.some((url) => url.endsWith('/api/media/far-away'))).toBe(false);
	// No server here: the tile says what it lacks.
	await expect.element(screen.getByText(m.tickets_photo_no_network())).toBeVisible();
	const opener = screen.getByRole('button', { name: m.tickets_photo_open({ n: 1 }) });
	await opener.click();
	await vi.waitFor(() => expect(asked.some((url) => url.endsWith('/api/media/far-away'))).toBe(true));
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => document.activeElement).toBe(opener.element());
	observer.disconnect();
});
