import { sql } from 'drizzle-orm';
import { recordAgain } from '../change-log.ts';
import type { Tx } from '../db.ts';

/** The state of a photo changed: whoever holds the ticket looks again. Who that is, its own mutations alone decide. */
export async function tellOfTicket(tx: Tx, ticketId: string | null): Promise<void> {
	if (!ticketId) return;
	// Mutations lock the ticket too, so the scopes of its latest entry are those of now and stay so until the commit.
	await tx.execute(sql`select from ticket where id = ${ticketId} for share`);
	await recordAgain(tx, 'ticket', ticketId);
}
