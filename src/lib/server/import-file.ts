// One import in two steps, the same for people, workplaces and devices: look, then do. Doing looks again in its own
// transaction, so that what somebody confirmed is what happens, or nothing does.

import * as z from 'zod';
import type { Plan } from '#lib/domain/import/plan.ts';
import { readCsv, unpack, type CsvFile, type CsvProblem } from './csv.ts';
import { refusal } from './trpc.ts';

export const file = z.object({ packed: z.string().min(1).max(500_000) });
export const confirmed = file.extend({ confirmedLeavers: z.number().int().min(0) });

/** What a person reads before they say yes. Names of added and changed are samples, of leavers and refusals all. */
export type ImportReport = {
	problem: CsvProblem | null;
	isWindows1252: boolean;
	added: number;
	changed: { key: string; columns: string[] }[];
	changedCount: number;
	unchanged: number;
	leavers: { key: string; name: string }[];
	refused: Plan<object>['refused'];
	needsConfirmation: boolean;
};

const sampleSize = 100;

export function openFile(packed: string, needed: readonly string[]): CsvFile {
	try {
		return readCsv(unpack(packed), needed);
	} catch {
		throw refusal('invalid_input');
	}
}

export const report = <Fields>(file: CsvFile, plan: Plan<Fields> | null): ImportReport => ({
	problem: file.problem,
	isWindows1252: file.isWindows1252,
	added: plan?.added.length ?? 0,
	changed: (plan?.changed ?? []).slice(0, sampleSize).map(({ key, columns }) => ({ key, columns })),
	changedCount: plan?.changed.length ?? 0,
	unchanged: plan?.unchanged ?? 0,
	leavers: (plan?.leavers ?? []).map(({ key, name }) => ({ key, name })),
	refused: plan?.refused ?? [],
	needsConfirmation: plan?.needsConfirmation ?? false
});

/** The brake: leavers beyond a tenth go only when somebody has said how many they are. */
export function brake<Fields>(plan: Plan<Fields>, confirmedLeavers: number): void {
	if (plan.needsConfirmation && plan.leavers.length !== confirmedLeavers) throw refusal('too_many_leave');
}

/** For the audit log. */
export const counts = <Fields>({ added, changed, leavers, refused }: Plan<Fields>) => ({
	added: added.length,
	changed: changed.length,
	leavers: leavers.length,
	refused: refused.length
});
