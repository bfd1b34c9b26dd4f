const firstMs = 1_000;
const longestMs = 60_000;

/**
 * How long to wait after so many failures in a row (1 = the first): doubling up to a minute, half of it by chance, so
 * that a thousand devices do not come back in the same second. Never shorter than what the server asked for.
 */
export const backOffMs = (failures: number, random: () => number, retryAfterMs: number | null = null): number => {
	const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
	return Math.max(retryAfterMs ?? 0, Math.round(whole / 2 + (random() * whole) / 2));
};
