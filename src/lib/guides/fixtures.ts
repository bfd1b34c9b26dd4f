import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile } from '#lib/domain/guide/folders.ts';
import { guideFolders } from '#lib/domain/guide/folders.ts';
import type { Guide } from '#lib/domain/guide/guide.ts';
import { parseGuide } from '#lib/domain/guide/parse.ts';
import { scenes } from './scenes.ts';
import { published } from '#lib/domain/guide/published.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Every file of the starter content, as an import takes it. */
export function starterFiles(root = 'content/guides'): ImportFile[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map((path) => join(root, path))
		.filter((path) => statSync(path).isFile())
		.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
}

/** The starter guides without formatting: what search and lists work on. */
export function starterGuides(): Guide[] {
	const { folders } = guideFolders(starterFiles());
	const services = new Set(starterServices);
	return folders.flatMap((folder) => {
		const { guide } = parseGuide(folder, { services, scenes: new Set(scenes) });
		return guide ? [{ ...published(guide, () => null), version: 1 }] : [];
	});
}

export type Question = { q: string; guide: string | null };

/** How people ask, with the guide that answers. */
export const questions = (locale: Locale): Question[] =>
	readFileSync(`content/questions/${locale}.jsonl`, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Question);

/** The service codes that `content/FORMAT.md` names. */
export const starterServices = [
	...['identity', 'store-handheld', 'work-phone', 'checkout', 'payment', 'self-checkout', 'ordering', 'shelf-labels'],
	...['scales-labels', 'deposit', 'care-record', 'route-planner', 'door-locks', 'emergency-calls', 'medication'],
	...[
		'video-visits',
		'printing',
		'wifi',
		'vpn',
		'mobile-network',
		'mail-calendar',
		'meetings',
		'files',
		'workplace-pc'
	],
	...['security', 'hr-time', 'e-learning', 'it-support']
];
