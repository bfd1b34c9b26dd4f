import { fillGuides } from '#lib/guides/server/starter.ts';
import { fillDemoPeople } from '#lib/people/server/demo/fill.ts';
import type { FirstData } from '#lib/server/boot.ts';
import { fillDemoServices } from '#lib/services/server/demo.ts';
import { ensureEpoch } from '#lib/sync/server/epoch.ts';
import { playDemoStory } from './demo-story.ts';

// What a database gets at every start, in this order; each step changes nothing when it is there already.
export const firstData: FirstData[] = [
	({ owner }) => ensureEpoch(owner),
	fillDemoPeople,
	fillDemoServices,
	fillGuides,
	playDemoStory
];
