import type { Answer } from '#lib/domain/answers.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { familyOf } from './lines.ts';
import { decode } from './model.ts';

/**
 * The device's half: keeps the file that it answers with, and asks it in a worker. The file lies in a cache of its own, so
 * that it is there without network; one that is damaged or cut short never takes the place of the one that works.
 */
const cacheName = 'athand-answers';
/** Files are of one organisation: another person on this device may be of another one. */
const keyOf = (organisationId: string, lang: Locale) => `/answers/${organisationId}/${familyOf(lang).join('-')}`;

/** Fetches the file where there is a newer one. Quiet without network: what is here goes on answering. */
export async function freshAnswers(organisationId: string, lang: Locale): Promise<void> {
	try {
		const cache = await caches.open(cacheName);
		const key = keyOf(organisationId, lang);
		const version = (await cache.match(key))?.headers.get('etag');
		const response = await fetch(`/api/answers/${familyOf(lang).join('-')}`, {
			headers: version ? { 'if-none-match': version } : {}
		});
		// 304: the phone has it; 204: it is being made.
		if (response.status !== 200) return;
		const file = new Uint8Array(await response.arrayBuffer());
		const etag = response.headers.get('etag');
		if (!etag || !decode(file)) return;
		await cache.put(key, new Response(file, { headers: { etag } }));
		worker?.postMessage({ forget: key });
	} catch {
		// No network, or no room: the next time.
	}
}

export type Asked = { id: number; key: string; question: string; lang: Locale; offered: string[] };
export type Told = { id: number; answer: Answer | null };

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (answer: Answer | null) => void>();

/** @param offered guides that this person may be given @returns null when there is no file yet, or it does not work */
export function askDevice(
	organisationId: string,
	question: string,
	lang: Locale,
	offered: string[]
): Promise<Answer | null> {
	worker ??= started();
	const id = (last += 1);
	return new Promise((resolve) => {
		waiting.set(id, resolve);
		worker!.postMessage({ id, key: keyOf(organisationId, lang), question, lang, offered } satisfies Asked);
	});
}

function started(): Worker {
	const begun = new Worker(new URL('./answers.worker.ts', import.meta.url), { type: 'module' });
	begun.addEventListener('message', ({ data }: MessageEvent<Told>) => {
		waiting.get(data.id)?.(data.answer);
		waiting.delete(data.id);
	});
	// What was asked is answered by the search instead; the next question starts another worker.
	begun.addEventListener('error', () => {
		worker = undefined;
		for (const resolve of waiting.values()) resolve(null);
		waiting.clear();
	});
	return begun;
}
