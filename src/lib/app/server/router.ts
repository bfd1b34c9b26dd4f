import { guidesRouter } from '#lib/guides/server/router.ts';
import { upkeepRouter } from '#lib/guides/server/upkeep/router.ts';
import { peopleImportRouter } from '#lib/people/server/import/router.ts';
import { signInRouter } from '#lib/people/server/sign-in/router.ts';
import { staffRouter } from '#lib/people/server/staff/router.ts';
import { workplaceRouter } from '#lib/people/server/workplace/router.ts';
import { router } from '#lib/server/trpc.ts';
import { deviceImportRouter } from '#lib/services/server/import-router.ts';
import { servicesRouter } from '#lib/services/server/router.ts';
import { syncRouter } from '#lib/sync/server/router.ts';
import { heldRouter } from '#lib/tickets/server/held/router.ts';
import { registry } from './registry.ts';

// The root: one entry a noun or room, in the order of the product's chapters.
export const appRouter = router({
	people: signInRouter,
	staff: staffRouter,
	workplace: workplaceRouter,
	peopleImport: peopleImportRouter,
	services: servicesRouter,
	deviceImport: deviceImportRouter,
	guides: guidesRouter,
	upkeep: upkeepRouter,
	held: heldRouter,
	sync: syncRouter(registry)
});

export type AppRouter = typeof appRouter;
