import { verifyAudit } from '#lib/server/audit-verify.ts';
import { openOwner } from '#lib/server/db.ts';
import { ownerUrl } from './start/owner-url.ts';

// `npm run audit:verify`: is the audit log as it was written? Names what was changed, deleted or inserted, and prints the
// last link of each chain, to be kept elsewhere.

const owner = openOwner(ownerUrl());
try {
	const { chains, faults } = await verifyAudit(owner.client);
	for (const { organisation, length, last } of chains) console.log(`${organisation}: ${length} entries, last ${last}`);
	if (chains.length === 0) console.log('The audit log is empty.');
	for (const { organisation, seq, entryId, what } of faults)
		console.error(`${organisation}: ${seq ? `no. ${seq}, ` : ''}entry ${entryId ?? 'and link'} was ${what}.`);
	if (faults.length > 0) process.exitCode = 1;
} catch (error) {
	console.error(`Nothing was verified: ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
} finally {
	await owner.close();
}
