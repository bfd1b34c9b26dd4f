import type { Asked, Told } from './device.ts';
import { createEngine } from './engine.ts';
import { decode, type Model } from './model.ts';

// Beside the page, so that no question ever holds up a finger. Keeps the file that it was last asked with.

const models = new Map<string, Promise<Model | null>>();

async function read(key: string): Promise<Model | null> {
	const kept = await caches.match(key, { cacheName: 'athand-answers' });
	return kept ? decode(new Uint8Array(await kept.arrayBuffer())) : null;
}

addEventListener('message', ({ data }: MessageEvent<Asked | { forget: string }>) => {
	if ('forget' in data) models.delete(data.forget);
	else void answer(data).then((told) => postMessage(told));
});

async function answer({ id, key, question, lang, offered }: Asked): Promise<Told> {
	const reading = models.get(key) ?? read(key);
	const model = await reading.catch(() => null);
	if (model) models.set(key, reading);
	const isOffered = new Set(offered);
	return { id, answer: model && createEngine(model, (guideId) => isOffered.has(guideId)).ask(question, lang) };
}
