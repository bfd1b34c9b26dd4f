// Who may import whom (ARCHITECTURE, "Layout and direction"), as one table. From it comes one ESLint entry a folder; the
// planted violations in tests/lint/directions.test.ts prove that each bites.

const kernel = ['domain', 'text', 'ui', 'sync', 'paraglide'];
const nouns = ['guides', 'answers', 'tickets', 'people', 'services'];
const rooms = ['home', 'report', 'assistant', 'desk', 'settings', 'upkeep'];

/** @type {Record<string, string[]>} what a folder of src/lib may import besides itself */
const mayImport = {
	domain: [],
	text: ['domain'],
	ui: ['domain'],
	server: ['domain', 'text'],
	sync: ['domain', 'text'],
	...Object.fromEntries(nouns.map((noun) => [noun, kernel])),
	...Object.fromEntries(rooms.map((room) => [room, [...kernel, ...nouns]]))
};

// The server halves: themselves, and the kernel's server parts. A room composes nouns there too.
const serverKernel = ['domain', 'text', 'server', 'sync', 'paraglide'];
const serverMayImport = (/** @type {string} */ folder) => [...serverKernel, ...(rooms.includes(folder) ? nouns : [])];

const only = (/** @type {string} */ folder, /** @type {string[]} */ others) => ({
	regex: `^#lib/(?!(?:${[folder, ...others].join('|')})/)`,
	message: `${folder}/ may import only itself${others.length ? ` and ${others.join(', ')}` : ''}.`
});

// The one upward edge: the client knows the shape of the router, never its code.
const appRouter = { regex: '^#lib/app/', message: 'Nothing imports app/ but routes.', allowTypeImports: true };

const up = { regex: '^\\.\\./\\.\\./', message: 'Leave a folder by #lib/…, not by ../../' };
const out = { regex: '^\\.\\./', message: 'Leave a folder by #lib/…, with the extension.' };
const bare = { regex: '^#(?:lib|tests)/.*/[^./]+$', message: 'Name the file with its extension.' };

const idb = { regex: '^idb(?:/|$)', message: 'Only sync/local-db.ts speaks to IndexedDB.' };
const database = {
	regex: '^(?:drizzle-orm|postgres)(?:/|$)',
	message: 'Only repository.ts, sync/server and lib/server speak to the database.',
	allowTypeImports: true
};
const workbox = { regex: '^workbox-(?!window)', message: 'Workbox runtime modules stand in service-worker/ only.' };
const window = { regex: '^workbox-window$', message: 'Only app/ registers the worker.' };
// zod/mini validates, yaml parses text that it is given: neither reads a file or a clock.
const pure = {
	regex: '^(?!\\.|#lib/|#tests/|zod/mini$|yaml$|vitest$|fast-check$)',
	message: 'domain/ and text/ are pure: nothing but zod/mini and yaml.'
};
const server = {
	regex: '^#lib/(?:server|[^/]+/server)/',
	message: 'The device knows the server by its types only.',
	allowTypeImports: true
};
const zod = { regex: '^zod$', message: 'Phones load zod/mini.' };

const everywhere = [up, bare, idb, database, workbox, window];
const without = (/** @type {object[]} */ ...allowed) => everywhere.filter((pattern) => !allowed.includes(pattern));

/**
 * @param {string[]} files
 * @param {object[]} patterns
 * @param {string[]} [ignores]
 */
const entry = (files, patterns, ignores = []) => ({
	files,
	ignores,
	rules: { 'no-restricted-imports': /** @type {['error', { patterns: object[] }]} */ (['error', { patterns }]) }
});

const folders = Object.entries(mayImport).flatMap(([folder, others]) => {
	const here = `src/lib/${folder}`;
	const rules = [only(folder, [...others, 'app']), ...(folder === 'server' ? [] : [server]), appRouter];
	const patterns = folder === 'server' ? without(database) : [...everywhere, zod];
	const purity = folder === 'domain' || folder === 'text' ? [pure] : [];
	return [
		// A file at the folder's top can only leave it by going up.
		entry([`${here}/*`], [...rules, ...patterns, ...purity, out]),
		entry([`${here}/*/**`], [...rules, ...patterns, ...purity])
	];
});

const serverHalves = Object.keys(mayImport).map((folder) => {
	const rules = [only(folder, [...serverMayImport(folder), 'app']), appRouter];
	return entry([`src/lib/${folder}/server/**`], [...rules, ...(folder === 'sync' ? without(database) : everywhere)]);
});

const repositories = [...nouns, ...rooms].map((folder) =>
	entry(
		[`src/lib/${folder}/server/**/repository.ts`],
		[only(folder, [...serverMayImport(folder), 'app']), appRouter, ...without(database)]
	)
);

/** In order: a later entry replaces an earlier one for the same file. */
export const directions = [
	entry(['src/**'], everywhere),
	entry(['src/lib/app/**'], without(window)),
	entry(['src/service-worker/**'], without(workbox)),
	...folders,
	...serverHalves,
	...repositories,
	entry(['src/lib/sync/local-db.ts'], [only('sync', mayImport.sync ?? []), server, zod, out, ...without(idb)]),
	// A test sets its scene with whatever is real.
	entry(['src/**/*.test.ts', 'src/**/fixtures.ts'], [up, bare])
];
