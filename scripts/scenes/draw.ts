import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { care } from './scenes-care.ts';
import { handheld } from './scenes-handheld.ts';
import { office } from './scenes-office.ts';
import { shop } from './scenes-shop.ts';

// `npm run scenes`: draws static/scenes anew from these parts. A picture is named by what it shows, so that guides share it.

const drawn: Record<string, string> = { ...handheld, ...shop, ...care, ...office };
const folder = 'static/scenes';

const short = (svg: string) => svg.replace(/(\.\d*?[1-9])0+(?=\D)/g, '$1').replace(/\.0+(?=\D)/g, '');

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const [name, inner] of Object.entries(drawn))
	writeFileSync(
		join(folder, `${name}.svg`),
		`<svg id="scene" xmlns="http://www.w3.org/2000/svg" overflow="visible" viewBox="0 0 328 176" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${short(inner)}</svg>\n`
	);
console.log(`${Object.keys(drawn).length} scenes in ${folder}`);
