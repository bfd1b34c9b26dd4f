import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { directions } from './scripts/lint/directions.mjs';

export default typescript.config(
	{
		ignores: [
			'build/',
			'data/',
			'.svelte-kit/',
			'shots/',
			'test-results/',
			'src/lib/paraglide/',
			'tests/bench/peers/',
			'static/'
		]
	},
	js.configs.recommended,
	typescript.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		// A rule that is wrong here is changed here, where everybody sees it.
		linterOptions: { noInlineConfig: true },
		rules: {
			'max-lines': ['error', 300],
			// TypeScript knows what exists.
			'no-undef': 'off',
			'no-empty-pattern': 'off',
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// The application is always served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off',
			// svelte-check says it of the compiler that is used; this rule compiles with other settings.
			'svelte/no-unused-svelte-ignore': 'off',
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser } }
	},
	{
		// The one reviewed place: bodies of guides, sanitised on the server when they are published.
		files: ['src/lib/guides/GuideBody.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		files: ['src/lib/{domain,text}/**'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'fetch',
				'crypto',
				'performance',
				'setTimeout',
				'setInterval',
				'window',
				'process'
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'The clock is an argument.' },
				{ object: 'Math', property: 'random', message: 'Chance is an argument.' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument.' }
			]
		}
	},
	...directions
);
