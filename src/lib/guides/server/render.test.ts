import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render.ts';

describe('renderMarkdown', () => {
	it.each([
		['Open the lid.', null],
		['', null],
		['Use a **dry cloth**.', '<p>Use a <strong>dry cloth</strong>.</p>'],
		[
			'See [the page](https://example.org/a)',
			'<p>See <a href="https://example.org/a" rel="noreferrer">the page</a></p>'
		],
		['Call [IT](tel:70102030)', '<p>Call <a href="tel:70102030" rel="noreferrer">IT</a></p>'],
		['[x](javascript:alert(1)) **b**', '<p><a rel="noreferrer">x</a> <strong>b</strong></p>'],
		['<script>alert(1)</script>**b**', '**b**'],
		['<b onclick="x()">b</b>', '<p><b>b</b></p>'],
		['<img src=x onerror=alert(1)>', null],
		['a < b & c', null]
	])('%s', (markdown, html) => expect(renderMarkdown(markdown)).toBe(html));

	it('lets nothing through that can run', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom(...'<>/"\'= a b script on svg img href javascript: ( ) [ ] * `'.split(' '))
				}),
				(text) => {
					expect(renderMarkdown(text) ?? '').not.toMatch(/<(?:script|img|svg|iframe|style)|\son\w+=|href="javascript/i);
				}
			)
		);
	});
});
