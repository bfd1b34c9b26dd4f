import { install } from '#lib/app/install.svelte.ts';
import { settleSignOut } from '#lib/app/owed-sign-out.ts';
import { updates } from '#lib/app/updates.svelte.ts';

export function init(): void {
	install.listen();
	// A browser may forbid workers or storage (private windows): what can be done without goes on.
	updates.start().catch(() => undefined);
	settleSignOut().catch(() => undefined);
}

/** Nothing leaves the device: what went wrong may quote what a person wrote. */
export const handleError = ({ error }: { error: unknown }): void => console.error(error);
