import { parseArgs } from 'node:util';
import { isTimeZone } from '#lib/domain/import/formats.ts';
import { locales, type Locale } from '#lib/domain/locale.ts';
import { inviteAdministrator } from '#lib/people/server/first-administrator.ts';
import { openOwner } from '#lib/server/db.ts';
import { ownerUrl } from './start/owner-url.ts';
import { readSettings } from './start/settings.ts';

// `npm run admin:create -- --organisation "…" --name "…"`: a one-time link for an organisation's first administrator.
// The server must have been started once, so that the tables are there; with the embedded database it must be running.

const usage =
	'npm run admin:create -- --organisation "Name" --name "Name" [--number 1] [--zone Europe/Copenhagen] [--language da] [--url https://…]';

function wantedFrom() {
	const { values } = parseArgs({
		options: {
			organisation: { type: 'string' },
			name: { type: 'string' },
			number: { type: 'string', default: '1' },
			zone: { type: 'string', default: 'Europe/Copenhagen' },
			language: { type: 'string', default: 'en' },
			url: { type: 'string' }
		}
	});
	const { organisation, name, number, zone, language, url } = values;
	if (!organisation?.trim() || !name?.trim()) throw new Error(`--organisation and --name are needed.\n${usage}`);
	if (!isTimeZone(zone)) throw new Error(`"${zone}" is no time zone; one is Europe/Copenhagen.`);
	const locale = locales.find((one) => one === language);
	if (!locale) throw new Error(`--language can be ${locales.join(', ')}.`);
	return {
		wanted: { organisation, name, employeeNumber: number, timeZone: zone, locale: locale satisfies Locale },
		url
	};
}

async function create() {
	const { wanted, url } = wantedFrom();
	const owner = openOwner(ownerUrl());
	try {
		const { token, slug } = await inviteAdministrator(owner.db, wanted);
		const address = url ?? `http://localhost:${readSettings(process.env).port}`;
		console.log(
			`\nFor ${wanted.name}, to be opened once within three days:\n${address.replace(/\/$/, '')}/join/${token}`
		);
		console.log(`Afterwards: organisation "${slug}", employee number "${wanted.employeeNumber}".\n`);
	} finally {
		await owner.close();
	}
}

await create().catch((error: Error) => {
	console.error(`Nothing was made: ${error.message}`);
	process.exit(1);
});
