import { install } from '#lib/app/install.svelte.ts';
import { updates } from '#lib/app/updates.svelte.ts';

export function init(): void {
	install.listen();
	// A browser may forbid workers (private windows): everything works then, only not a start without network.
	updates.start().catch(() => undefined);
}
