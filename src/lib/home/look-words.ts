import { m } from '#lib/paraglide/messages.js';
import type { Look, TextSize, Theme } from '#lib/ui/theme.ts';

const sizes: Record<TextSize, () => string> = {
	'100%': m.app_text_100,
	'112.5%': m.app_text_112,
	'125%': m.app_text_125,
	'150%': m.app_text_150,
	'200%': m.app_text_200
};
const themes: Record<Theme, () => string> = {
	auto: m.app_theme_auto,
	light: m.app_theme_light,
	dark: m.app_theme_dark
};

export const wordOfSize = (size: TextSize): string => sizes[size]();
export const wordOfTheme = (theme: Theme): string => themes[theme]();

/** The present look in one line: "As the phone, high contrast off". */
export function lineOfLook({ theme, moreContrast }: Look): string {
	const words = { theme: wordOfTheme(theme) };
	return moreContrast ? m.app_contrast_on(words) : m.app_contrast_off(words);
}
