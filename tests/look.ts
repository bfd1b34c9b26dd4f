import type { Page } from '@playwright/test';

/** What is wrong with how a page lies, as sentences: targets under 48 px, type under 14 px, words or boxes beyond the edge. */
export const lookAt = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const wrong: string[] = [];
		const name = (element: Element) =>
			(element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ').slice(0, 40);
		const isSeen = (element: Element) =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
			!element.closest('.visually-hidden, svg');

		for (const element of document.querySelectorAll(
			'a[href], button, input, select, textarea, [role=button], summary'
		)) {
			if (!isSeen(element)) continue;
			const style = getComputedStyle(element);
			// A link in a sentence is as high as its line.
			if (style.display === 'inline' && element.parentElement?.matches('p, small, li')) continue;
			const target = (element.closest('label, .field') ?? element).getBoundingClientRect();
			if (target.width && (target.width < 47.5 || target.height < 47.5))
				wrong.push(`target ${Math.round(target.width)} x ${Math.round(target.height)}: ${name(element)}`);
		}
		for (const element of document.querySelectorAll('body *')) {
			if (!isSeen(element) || element.closest('[data-scroll]')) continue;
			const { width, right } = element.getBoundingClientRect();
			if (width > 1 && right > innerWidth + 0.5)
				wrong.push(`beyond the edge: ${element.localName}.${element.className} ${Math.round(right)} of ${innerWidth}`);
			if (element.childElementCount || !element.textContent.trim()) continue;
			const size = parseFloat(getComputedStyle(element).fontSize);
			if (size < 13.9) wrong.push(`type ${size} px: ${name(element)}`);
		}
		const { scrollWidth } = document.documentElement;
		if (scrollWidth > innerWidth) wrong.push(`scrolls sideways: ${scrollWidth} in ${innerWidth}`);
		return wrong;
	});

/** In another look, without a reload: what `chooseLook` puts on <html>. */
export const dress = (page: Page, look: { theme?: string; contrast?: string; text?: string }): Promise<void> =>
	page.evaluate(({ theme, contrast, text }) => {
		const html = document.documentElement;
		html.dataset.theme = theme ?? 'light';
		if (contrast) html.dataset.contrast = contrast;
		else delete html.dataset.contrast;
		html.style.fontSize = text ?? '';
	}, look);
