// The peer of the sync benchmark: PouchDB 9 behind express-pouchdb on express 4, LevelDB on disk, with N documents in it.
// Usage: node server.cjs <folder> <documents.json>; prints its port.
const { readFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const express = require('express');
const PouchDB = require('pouchdb');

async function main() {
	const [folder, documents] = process.argv.slice(2);
	mkdirSync(folder, { recursive: true });
	const Store = PouchDB.defaults({ prefix: `${folder}/` });
	const app = express();
	app.use((request, response, next) => {
		response.set({
			'access-control-allow-origin': request.headers.origin ?? '*',
			'access-control-allow-credentials': 'true',
			'access-control-allow-headers': 'content-type, accept',
			'access-control-allow-methods': 'GET, PUT, POST, DELETE, OPTIONS'
		});
		if (request.method === 'OPTIONS') response.status(204).end();
		else next();
	});
	app.get('/pouchdb.js', (_request, response) =>
		response.sendFile(join(__dirname, 'node_modules/pouchdb/dist/pouchdb.min.js'))
	);
	app.get('/page', (_request, response) =>
		response.type('html').send('<!doctype html><script src="/pouchdb.js"></script>')
	);
	app.use('/db', require('express-pouchdb')(Store, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
	const store = new Store('cases');
	const rows = JSON.parse(readFileSync(documents, 'utf8'));
	for (let at = 0; at < rows.length; at += 500) await store.bulkDocs(rows.slice(at, at + 500));
	const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

void main();
