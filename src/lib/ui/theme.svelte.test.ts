import { afterEach, expect, it } from 'vitest';
import { chooseLook, readLook } from './theme.ts';

const html = document.documentElement;
const start = () =>
	new Promise<void>((done, fail) => {
		const script = document.createElement('script');
		script.src = '/start.js';
		script.onload = () => done();
		script.onerror = () => fail(new Error('no start.js'));
		document.head.append(script);
	});

afterEach(() => {
	localStorage.clear();
	chooseLook({ theme: 'auto', moreContrast: false, text: '100%' });
});

it('shows a choice at once and keeps it', () => {
	chooseLook({ theme: 'dark', moreContrast: true, text: '150%' });
	expect(html.dataset).toMatchObject({ theme: 'dark', contrast: 'more' });
	expect(getComputedStyle(html).fontSize).toBe('24px');
	expect(getComputedStyle(html).backgroundColor).toBe('rgb(0, 0, 0)');
	expect(readLook()).toEqual({ theme: 'dark', moreContrast: true, text: '150%' });
});

it('puts the same on the page before the first paint', async () => {
	chooseLook({ theme: 'light', moreContrast: true, text: '125%' });
	delete html.dataset.theme;
	delete html.dataset.contrast;
	html.style.fontSize = '';
	await start();
	expect(html.dataset).toMatchObject({ theme: 'light', contrast: 'more' });
	expect(html.style.fontSize).toBe('125%');
});

it('takes nonsense in the store for nothing chosen', () => {
	localStorage.setItem('athand.theme', 'purple');
	localStorage.setItem('athand.text', '9000%');
	expect(readLook()).toEqual({ theme: 'auto', moreContrast: false, text: '100%' });
});
