import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoDatabase } from '#lib/people/server/fixtures.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { demoCases } from './demo-cases.ts';
import { playDemoStory } from './demo-story.ts';

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await demoDatabase()));
afterAll(() => fresh.close());

const settings = (mode: 'demo' | 'production') => ({
	mode,
	databaseUrl: undefined,
	migrateUrl: undefined,
	dataDir: '',
	contentDir: ''
});
const play = (mode: 'demo' | 'production') =>
	playDemoStory({ settings: settings(mode), owner: undefined as never, database: fresh.database });

it('is played once, with the times of the story, and never in production', async () => {
	await play('production');
	expect(await fresh.sql`select from ticket`).toHaveLength(0);
	await play('demo');
	await play('demo');
	const steps = demoCases.reduce((sum, { then }) => sum + 1 + then.length, 0);
	expect(await fresh.sql`select from ticket`).toHaveLength(demoCases.length);
	expect(await fresh.sql`select from ticket_event`).toHaveLength(steps);
	const [lars] = await fresh.sql<{ minutes: number }[]>`
		select round(extract(epoch from now() - created_at) / 60)::int as minutes from ticket where reference = 'T2QX'`;
	expect(lars?.minutes).toBe(31);
	const seen = await fresh.sql`select distinct kind from ticket_event`;
	expect(seen.map(({ kind }) => kind)).toEqual(
		expect.arrayContaining(['reported', 'asked', 'answered', 'noted', 'resolved', 'confirmed', 'reopened', 'withdrawn'])
	);
});
