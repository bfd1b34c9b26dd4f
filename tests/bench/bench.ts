/** One measured number. `ratio` is peer ÷ own for times and own ÷ peer for rates: above 1 is better than the peer. */
export type Figure = { name: string; value: number; unit: string; target: string; peer?: number; ratio?: number };

export type Bench = (log: (line: string) => void) => Promise<Figure[]>;

/** The value below which `share` (0..1) of the runs lie. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new Error('no runs were measured');
	return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const round = (value: number): number => Math.round(value * 10) / 10;
