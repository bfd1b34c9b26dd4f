// postgres.js 3.4.9 ends the whole process when a connection is cut inside a transaction (porsager/postgres#1208: its own
// ROLLBACK is written to a socket that is null), and a transaction whose connection was opened again for somebody else
// goes on inside theirs (#1155). Until a release has the guards, the build puts them in; it fails when the text moved.

const guards = [
	{
		file: 'postgres/src/connection.js',
		find: 'function nextWrite(fn) {',
		put: `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }`
	},
	{
		file: 'postgres/src/connection.js',
		find: 'clearImmediate(nextWriteTimer)\n    socket.removeListener',
		put: 'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener'
	},
	{
		file: 'postgres/src/connection.js',
		find: "!hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))",
		put: `;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = null
    result = new Result()`
	},
	{
		file: 'postgres/src/index.js',
		find: '      , prepare = null\n\n    try {',
		put: '      , prepare = null\n      , cut = null\n\n    try {'
	},
	{
		file: 'postgres/src/index.js',
		find: 'connection.onclose = reject)\n      ])',
		put: 'connection.onclose = e => { cut = e; reject(e) })\n      ])'
	},
	{
		file: 'postgres/src/index.js',
		find: 'q.catch(e => uncaughtError || (uncaughtError = e))',
		put: 'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (cut) return q.reject(cut)'
	}
];

/** @returns {import('vite').Plugin} */
export function guardPostgres() {
	return {
		name: 'athand-postgres-guard',
		config: () => ({ ssr: { noExternal: ['postgres'] } }),
		transform(code, id) {
			const [path] = id.split('?');
			const wanted = guards.filter(({ file }) => path?.endsWith(file));
			if (wanted.length === 0) return;
			return wanted.reduce((text, { file, find, put }) => {
				if (!text.includes(find)) this.error(`${file} has changed: is the guard still needed?`);
				return text.replace(find, () => put);
			}, code);
		}
	};
}
