/**
 * How a person wants to read: kept on the device, put on <html>. `static/start.js` does the same before the first
 * paint and must read the same keys.
 */
export const themes = ['auto', 'light', 'dark'] as const;
export const textSizes = ['100%', '112.5%', '125%', '150%', '200%'] as const;
export type Theme = (typeof themes)[number];
export type TextSize = (typeof textSizes)[number];

export interface Look {
	theme: Theme;
	moreContrast: boolean;
	text: TextSize;
}

const keys = { theme: 'athand.theme', contrast: 'athand.contrast', text: 'athand.text' };

const one = <T extends string>(all: readonly T[], value: string | null, other: T): T =>
	all.find((each) => each === value) ?? other;

// Storage may be forbidden (private mode, policy): then the choice lasts as long as the page.
function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function keep(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// see read
	}
}

/** The look chosen on this device. */
export function readLook(): Look {
	return {
		theme: one(themes, read(keys.theme), 'auto'),
		moreContrast: read(keys.contrast) === 'more',
		text: one(textSizes, read(keys.text), '100%')
	};
}

/** Keeps the look and shows it at once. */
export function chooseLook(look: Look): void {
	keep(keys.theme, look.theme === 'auto' ? null : look.theme);
	keep(keys.contrast, look.moreContrast ? 'more' : null);
	keep(keys.text, look.text === '100%' ? null : look.text);
	const html = document.documentElement;
	if (look.theme === 'auto') delete html.dataset.theme;
	else html.dataset.theme = look.theme;
	if (look.moreContrast || matchMedia('(prefers-contrast: more)').matches) html.dataset.contrast = 'more';
	else delete html.dataset.contrast;
	html.style.fontSize = look.text === '100%' ? '' : look.text;
}
