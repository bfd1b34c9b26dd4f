import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

// The only place where a guide's text becomes HTML: when it is published. Devices trust what comes out of here, so what
// is allowed is a short list, and links lead to pages, mail and telephone only.

const allowed: sanitizeHtml.IOptions = {
	allowedTags: ['p', 'br', 'b', 'strong', 'i', 'em', 'code', 'a', 'ul', 'ol', 'li'],
	allowedAttributes: { a: ['href', 'rel'] },
	allowedSchemes: ['https', 'mailto', 'tel'],
	allowProtocolRelative: false,
	transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noreferrer' }) }
};

const marked = new Marked({ gfm: false, breaks: false });

/** Sanitised HTML of a step or an ending, or null where plain text says the same. */
export function renderMarkdown(markdown: string): string | null {
	const html = sanitizeHtml(marked.parse(markdown, { async: false }), allowed).trim();
	const only = /^<p>([^<]*)<\/p>$/.exec(html);
	if (only || !html) return null;
	return html;
}
