import type { Me } from '#lib/domain/rows.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { ticketMutations } from '#lib/domain/ticket/run.ts';
import type { Tx } from './store.ts';
import type { PersonTables } from './tables.ts';

/**
 * What a mutation does to the device's own rows, in the transaction that saves it. Kinds of a ticket are run by
 * `rebase.ts`; the others are named here by who owns them, because the seam knows no nouns.
 */
export type LocalEffect = (tx: Tx<PersonTables>, payload: unknown, me: Me) => Promise<Result<void>>;

const effects = new Map<string, LocalEffect>([
	// How a guide went is counted on the server, what was asked is read by trainers; the device shows nothing of it.
	['guide.outcome', async () => ok(undefined)],
	['question.asked', async () => ok(undefined)],
	// Who somebody is lies in the device's own database (`me.ts`).
	['person.locale', async () => ok(undefined)],
	['person.workplace', async () => ok(undefined)]
]);

/** Call once at the start, before anything is saved. */
export const registerEffect = (kind: string, effect: LocalEffect): void => void effects.set(kind, effect);

export const isTicketKind = (kind: string): boolean => ticketMutations.has(kind);

export const runEffect: (kind: string, ...on: Parameters<LocalEffect>) => Promise<Result<void>> = async (kind, ...on) =>
	effects.get(kind)?.(...on) ?? refuse('unknown_kind');
