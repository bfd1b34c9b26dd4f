import * as z from 'zod/mini';

/** What `guide.outcome` carries: which text was read, how far, and whether it helped. Who and where the server knows. */
export const GuideOutcome = z.object({
	guideId: z.string().check(z.minLength(1), z.maxLength(60)),
	guideVersion: z.int().check(z.nonnegative()),
	worked: z.boolean(),
	/** Steps tried, 0 when none. */
	steps: z.int().check(z.nonnegative(), z.maximum(200))
});
export type GuideOutcome = z.infer<typeof GuideOutcome>;

/** Everybody's device is told of a new count only now and then: the first ten, then each tenth, then each hundredth. */
export const isWorthTelling = (count: number): boolean =>
	count <= 10 || (count < 200 ? count % 10 === 0 : count % 100 === 0);
