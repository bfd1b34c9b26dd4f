import * as z from 'zod';
import { administer } from '#lib/server/administer.ts';
import { router } from '#lib/server/trpc.ts';
import { importGuides } from './import.ts';
import { openVideos } from './videos.ts';
import { publishing } from './publish.ts';

/** A browser reads the chosen folder and sends its files as they are; the server judges them. */
const files = z
	.array(z.object({ path: z.string().min(1).max(400), base64: z.base64().max(3_000_000) }))
	.min(1)
	.max(2_000);

const importProcedure = administer('settings.guides').input(z.object({ files, isPreview: z.boolean() }));

export const guidesRouter = router({
	/** What a folder of guides would change, or, when it is not a preview, changes; with every refusal and warning. */
	import: importProcedure.mutation(({ ctx, input }) => {
		const { organisationId, isPreview } = input;
		const decoded = input.files.map(({ path, base64 }) => ({
			path,
			bytes: new Uint8Array(Buffer.from(base64, 'base64'))
		}));
		return publishing(ctx, async (tx) => {
			const videos = openVideos(ctx.settings.dataDir);
			const report = await importGuides(tx, decoded, { organisationId, isPreview, videos, by: ctx.actor.name });
			const { added, changed } = report;
			if (!isPreview && added.length + changed.length > 0)
				await ctx.note(tx, { action: 'guides.imported', detail: { added, changed } });
			return report;
		});
	})
});
