import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Paraglide answers a message that it cannot find with `undefined` and a green build.
// This reads the catalogues and ends the build when a language lacks a message that another has.

/** How the catalogues become code; the build and the type check share it. */
export const paraglide = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	/** @type {('localStorage' | 'cookie' | 'preferredLanguage' | 'baseLocale')[]} */
	strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
	emitTsDeclarations: true
};

export const locales = ['en', 'da', 'nb', 'sv', 'ko'];

/** @returns {string[]} one sentence for each missing or empty message */
export function missingMessages(root = 'messages') {
	/** @type {string[]} */
	const problems = [];
	for (const area of readdirSync(root)) {
		const catalogues = locales.map((locale) => {
			try {
				return JSON.parse(readFileSync(join(root, area, `${locale}.json`), 'utf8'));
			} catch (error) {
				problems.push(`${area}/${locale}.json: ${error instanceof Error ? error.message : error}`);
				return {};
			}
		});
		const keys = new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue)));
		for (const key of keys)
			catalogues.forEach((catalogue, i) => {
				if (key !== '$schema' && !catalogue[key]) problems.push(`${area}/${locales[i]}.json lacks "${key}"`);
			});
	}
	return problems;
}

/** @returns {import('vite').Plugin} */
export function refuseMissingMessages() {
	return {
		name: 'athand-messages',
		apply: 'build',
		buildStart() {
			const problems = missingMessages();
			if (problems.length) this.error(`Messages are incomplete:\n  ${problems.join('\n  ')}`);
		}
	};
}
