import { error } from '@sveltejs/kit';
import { plainTopic } from '#lib/home/topics.ts';

export function load({ params }) {
	return { topic: plainTopic(params.topic) ?? error(404) };
}
