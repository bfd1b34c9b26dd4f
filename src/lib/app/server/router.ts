import { guidesRouter } from '#lib/guides/server/router.ts';
import { signInRouter } from '#lib/people/server/sign-in/router.ts';
import { router } from '#lib/server/trpc.ts';
import { syncRouter } from '#lib/sync/server/router.ts';
import { registry } from './registry.ts';

// The root: one entry a noun or room, in the order of the product's chapters.
export const appRouter = router({ people: signInRouter, guides: guidesRouter, sync: syncRouter(registry) });

export type AppRouter = typeof appRouter;
