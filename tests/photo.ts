import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { expect } from './fixtures.ts';

export const photoWidth = 1600;

/** What a phone's camera hands over, as Playwright takes files. */
export async function photoOf(name: string) {
	const create = { width: photoWidth, height: 1200, channels: 3, background: '#7aa4c4' } as const;
	return { name, mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() };
}

/** It has been drawn: a picture that could not be loaded has its place and its words too. */
export async function expectPicture(image: Locator, atLeastPx = 1): Promise<void> {
	await expect(image).toBeVisible({ timeout: 20_000 });
	await expect
		.poll(() => image.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth))
		.toBeGreaterThanOrEqual(atLeastPx);
}
