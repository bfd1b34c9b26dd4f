// Runs before the first paint: the chosen language, theme, contrast and text size go on <html>, so that nothing flashes.
// The same keys as src/lib/ui/theme.ts.
(() => {
	const html = document.documentElement;
	const read = (key) => {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	};
	const lang = read('PARAGLIDE_LOCALE');
	if (lang) html.lang = lang;
	const theme = read('athand.theme');
	if (theme === 'light' || theme === 'dark') html.dataset.theme = theme;
	const contrast = matchMedia('(prefers-contrast: more)');
	const mirror = () => {
		if (read('athand.contrast') === 'more' || contrast.matches) html.dataset.contrast = 'more';
		else delete html.dataset.contrast;
	};
	mirror();
	contrast.addEventListener('change', mirror);
	const text = read('athand.text');
	if (text) html.style.fontSize = text;
	// The first date that a page writes costs a slow phone 50 ms. Here it costs nothing: the app's code is still on its way.
	setTimeout(() => new Intl.DateTimeFormat(lang ?? undefined, { timeStyle: 'short' }).format());
})();
