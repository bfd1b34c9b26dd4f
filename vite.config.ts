import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { paraglide, refuseMissingMessages } from './scripts/messages.mjs';
import { guardPostgres } from './scripts/postgres-guard.mjs';

// SvelteKit 3 takes its options here and refuses a svelte.config.js.
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const firstPage =
	/src\/hooks\.client\.ts|src\/routes\/(\(app\)\/)?\+layout\.(ts|svelte)|src\/routes\/\(app\)\/\+page\.svelte/;

export default defineConfig({
	plugins: [
		paraglideVitePlugin(paraglide),
		refuseMissingMessages(),
		guardPostgres(),
		sveltekit({
			adapter: adapter({ precompress: true }),
			compilerOptions: { runes: true },
			paths: { relative: false },
			// The worker finds a new version by this name; a build is new when its files are.
			version: { name: process.env.ATHAND_BUILD ?? `${version}-${Date.now().toString(36)}`, pollInterval: 0 },
			serviceWorker: { register: false },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self', 'wasm-unsafe-eval'],
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'blob:', 'data:'],
					'media-src': ['self', 'blob:'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	],
	build: {
		target: ['chrome111', 'safari16.4', 'firefox115'],
		cssMinify: 'lightningcss',
		rolldownOptions: {
			// An import that will always be undefined is a message or a function that does not exist.
			onLog(level, log, handler) {
				if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
				handler(level, log);
			}
		}
	},
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// Each icon, component and message is a module of its own, and each file costs a phone a request and compresses
						// by itself: what the first page needs, and nothing else, travels as one file.
						codeSplitting: {
							groups: [
								{ name: 'first-page', test: firstPage },
								// What the page says about itself is set before the rest of Kit reads it: together they would find
								// nothing there, take every version for a new one and load unknown addresses anew for ever.
								{ name: 'payload', test: /runtime\/client\/payload\.js|vite\/preload-helper/, priority: 1 }
							]
						}
					}
				}
			}
		}
	},
	worker: { format: 'es' }
});
