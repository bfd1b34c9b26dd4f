import { expect, it } from 'vitest';
import { partOf } from './part-of.ts';

const file = new Blob(['0123456789']);

it.each<[string | null, number, string, string | null]>([
	[null, 200, '0123456789', null],
	['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
	['bytes=2-4', 206, '234', 'bytes 2-4/10'],
	['bytes=8-99', 206, '89', 'bytes 8-9/10'],
	['bytes=-3', 206, '789', 'bytes 7-9/10'],
	['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
	['bytes=10-', 416, '', 'bytes */10'],
	['bytes=4-2', 416, '', 'bytes */10'],
	['bytes=0-1,4-5', 200, '0123456789', null],
	['lines=1-2', 200, '0123456789', null],
	['bytes=-', 200, '0123456789', null]
])('%s', async (range, status, text, contentRange) => {
	const response = partOf(file, range, { 'content-type': 'video/webm' });
	expect(response.status).toBe(status);
	expect(response.headers.get('content-range')).toBe(contentRange);
	expect(await response.text()).toBe(text);
	if (status < 400) {
		expect(response.headers.get('content-length')).toBe(String(text.length));
		expect(response.headers.get('content-type')).toBe('video/webm');
	}
});
