/** The number on the app's icon: what only the reader can move. Where there is no badge, nothing happens. */
export function showBadge(count: number): void {
	const done = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
	// Not installed, or not allowed: the number stands in the bar as well.
	void done?.catch(() => undefined);
}
