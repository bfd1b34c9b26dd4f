import { expect, it } from 'vitest';
import { soundText } from './sound-text.ts';

it('leaves what people write as it is', () => {
	for (const text of ['', '잠금 👩🏽‍🔧🇩🇰 æøå', '"quoted" \\u0000 \\ \n\t']) expect(soundText(text)).toBe(text);
});

it('mends half an emoji and drops NUL', () => {
	expect(soundText('ab🙂'.slice(0, 3))).toBe('ab\ufffd');
	expect(soundText('🙂'.slice(1) + 'ab\0c')).toBe('\ufffdabc');
});
