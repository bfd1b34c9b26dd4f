import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it.each([
	[1, 500, 1_000],
	[2, 1_000, 2_000],
	[5, 8_000, 16_000],
	[7, 30_000, 60_000],
	[400, 30_000, 60_000]
])('[PU7] after %i failures waits between %i and %i ms', (failures, least, most) => {
	expect(backOffMs(failures, () => 0)).toBe(least);
	expect(backOffMs(failures, () => 1)).toBe(most);
});

it('[PU7] never comes before the server asked for', () => {
	expect(backOffMs(1, () => 0, 90_000)).toBe(90_000);
	expect(backOffMs(7, () => 1, 5)).toBe(60_000);
});
