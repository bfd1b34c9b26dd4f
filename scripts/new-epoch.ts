import { openOwner } from '#lib/server/db.ts';
import { newEpoch } from '#lib/sync/server/epoch.ts';
import { ownerUrl } from './start/owner-url.ts';

// `npm run db:new-epoch`, after a backup was restored: every device sends again what it still holds and pulls anew. Doing
// it once too often costs a pull of everything; not doing it can lose what was acknowledged after the backup.

const owner = openOwner(ownerUrl());
try {
	console.log(`Epoch ${await newEpoch(owner.db)} has begun. Devices begin anew at their next contact.`);
} catch (error) {
	console.error(`No epoch was begun: ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
} finally {
	await owner.close();
}
