// The first page of an employee says when it can be used: read from the device, nothing fetched. What is not needed before
// that moment (network, worker, sync) starts after it, so that it never stands between a person and the first tap.

let tell: () => void;
const told = new Promise<void>((resolve) => (tell = resolve));

/** Pages that never say it must not hold back the sync for longer. */
const longestMs = 2_000;

/** Called by a page when what it shows comes from the device and its fields take typing. */
export function markUsable(): void {
	performance.mark('athand:usable');
	tell();
}

/** Resolves when a page is usable, or when it takes too long to say so. */
export const whenUsable = (): Promise<void> =>
	Promise.race([told, new Promise<void>((resolve) => setTimeout(resolve, longestMs))]);
