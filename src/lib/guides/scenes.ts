// Which steps have a picture in static/scenes: asking the server for one that is not there would fail offline.
// `scenes.test.ts` holds the list against the folder.
const pictured: Record<string, number[]> = {
	'card-terminal-no-connection': [1, 3, 6],
	'digital-lock-battery': [5],
	'digital-lock-wont-open': [1, 2, 3, 4, 7],
	'handheld-cradle': [1, 3, 4, 5, 6],
	'handheld-frozen': [1, 4, 5],
	'handheld-wont-start': [1, 2, 3],
	'printer-paper-jam': [2, 3, 4],
	'receipt-printer-paper': [1, 3, 4, 5],
	'scanner-not-reading': [1, 2],
	'wifi-store': [1, 3]
};

/** The name of the picture of a guide's step (counted from 1), or undefined. */
export const sceneOf = (guideId: string, step: number): string | undefined =>
	pictured[guideId]?.includes(step) ? `${guideId}.${step}` : undefined;

/** All pictures, as `<guide>.<step>`. */
export const scenes = Object.entries(pictured).flatMap(([id, steps]) => steps.map((step) => `${id}.${step}`));
