import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { people, screens, type Who } from './screens.ts';
import { Server } from './server.ts';
import { sizes, Stage } from './stage.ts';

// npm run shots [-- <part of a name>] [--port <of a server with the demo>]: pictures of every main screen in shots/,
// on phone and tablet, light and dark, in Danish and Korean.

const args = process.argv.slice(2);
const at = args.indexOf('--port');
const port = at < 0 ? null : Number(args.splice(at, 2)[1]);
const wanted = screens.filter(({ name }) => name.includes(args[0] ?? ''));

const server = port ? null : await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
const address = port ?? server!.port;
mkdirSync('shots', { recursive: true });

async function take(who: Who) {
	const stage = await Stage.open(who, address, 2);
	for (const isOffline of [false, true])
		for (const language of ['da', 'ko'])
			for (const screen of wanted.filter((each) => each.who === who && Boolean(each.isOffline) === isOffline))
				await shoot(stage, screen, language);
	await stage.device.remove();
}

async function shoot(stage: Stage, screen: (typeof screens)[number], language: string) {
	const { page } = stage;
	await page.setViewportSize(sizes[screen.device]);
	try {
		await stage.show(screen, language);
	} catch (problem) {
		process.exitCode = 1;
		console.error(`${screen.name} ${language}: ${String(problem).split('\n')[0]}`);
	}
	for (const [size, viewport] of Object.entries(sizes)) {
		await page.setViewportSize(viewport);
		for (const theme of ['light', 'dark']) {
			await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
			const path = `shots/${screen.name}.${language}.${size}.${theme}.png`;
			await page.screenshot({ path, scale: size === 'phone' ? 'device' : 'css', animations: 'disabled' });
		}
	}
}

for (const who of Object.keys(people) as Who[]) if (wanted.some((screen) => screen.who === who)) await take(who);
await server?.remove();
console.log(`${wanted.length} screens in ${resolve('shots')}`);
