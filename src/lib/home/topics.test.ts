import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Guide } from '#lib/domain/guide/guide.ts';
import { guidesOf, plainTopic, plainTopics } from './topics.ts';

// The starter guides as they lie in the repository: a renamed guide would leave a topic empty.
const guides = readdirSync('content/guides').map(
	(id) => JSON.parse(readFileSync(`content/guides/${id}/guide.json`, 'utf8')) as Guide
);

it.each(plainTopics)('$topic has guides of its own', (topic) => {
	expect(guidesOf(topic, guides).length).toBeGreaterThan(0);
});

it('shows first what people forget most', () => {
	const password = plainTopic('password');
	expect(password && guidesOf(password, guides)[0]?.id).toBe('reset-password');
	expect(plainTopic('nonsense')).toBeUndefined();
});
