import { stopSync } from '#lib/sync/engine.ts';
import { leave } from '#lib/sync/leave.ts';
import { signedIn } from '#lib/sync/me.ts';
import { oweSignOut, settleSignOut } from './owed-sign-out.ts';

/** Ends the session, takes this person's data off the device (what is not sent stays) and goes to the door. */
export async function leaveDevice(): Promise<void> {
	const me = await signedIn();
	stopSync();
	oweSignOut();
	if (me) await leave(me.personId);
	await settleSignOut();
	// A whole new page: nothing of whoever was here stays in memory.
	location.assign('/sign-in');
}
