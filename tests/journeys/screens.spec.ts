import { expectForEverybody } from '#tests/everybody.ts';
import { test } from '#tests/fixtures.ts';
import { people, screens, type Who } from '#tests/screens.ts';
import { sizes, Stage } from '#tests/stage.ts';

// Every main screen. What stands on one only in trouble is looked at in the journeys of that trouble.

for (const who of Object.keys(people) as Who[])
	test.describe(who, () => {
		let stage: Stage;
		test.beforeAll(async ({ server }) => {
			test.setTimeout(120_000);
			stage = await Stage.open(who, server.port);
		});
		test.afterAll(() => stage.device.remove());

		for (const screen of screens.filter((each) => each.who === who))
			test(screen.name, () =>
				expectForEverybody(stage.page, sizes[screen.device], (language) => stage.show(screen, language))
			);
	});
