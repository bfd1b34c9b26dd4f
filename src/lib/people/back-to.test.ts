import { expect, it } from 'vitest';
import { backTo } from './back-to.ts';

const back = (to: string) => backTo(new URL(`https://help.example/sign-in?back=${encodeURIComponent(to)}`));

it('leads back to pages of ours', () => {
	expect(back('/cases')).toBe('/cases');
	expect(back('/report?topic=question')).toBe('/report?topic=question');
	expect(backTo(new URL('https://help.example/sign-in'))).toBeNull();
});

it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'data:text/html,x'])(
	'leads nobody to %s',
	(to) => expect(back(to)).toBeNull()
);
