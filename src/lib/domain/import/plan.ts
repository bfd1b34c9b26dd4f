/**
 * What a table of people, workplaces or devices would change, before anything is changed. The file is the whole truth:
 * what it no longer names leaves, so a short file must not empty an organisation (the brake). Every problem of every
 * line is named; importing the same file twice changes nothing.
 */
export type RowProblem =
	| 'missing'
	| 'twice'
	| 'tooLong'
	| 'departmentUnknown'
	| 'kindUnknown'
	| 'zoneUnknown'
	| 'languageUnknown'
	| 'roleUnknown'
	| 'emailWrong'
	| 'numberWrong'
	| 'columnsWrong';
/** `column` as we call it; `value` as the file has it. */
export type Problem = { problem: RowProblem; column: string; value: string };

export type Line = { line: number; values: Record<string, string>; isRagged: boolean };
export type Reading<Fields> = { key: string; fields: Fields; problems: Problem[] };
export type Existing<Fields> = { id: string; key: string; name: string; fields: Fields; isActive: boolean };

export type Plan<Fields> = {
	added: Fields[];
	changed: { id: string; key: string; fields: Fields; columns: string[] }[];
	unchanged: number;
	leavers: { id: string; key: string; name: string }[];
	refused: { line: number; key: string; problems: Problem[] }[];
	/** More than a tenth would leave: it is not applied before a person has said that number. */
	needsConfirmation: boolean;
};

/** Share of what is there now that may leave without anybody being asked. */
export const leaversBrake = 0.1;

export function planImport<Fields extends object>(
	lines: readonly Line[],
	read: (values: Record<string, string>) => Reading<Fields>,
	existing: readonly Existing<Fields>[],
	/** Never leaves by a file, whatever it says: the one who imports it. */
	keeps?: string
): Plan<Fields> {
	const readings = lines.map((line) => ({ ...line, ...read(line.values) }));
	const fold = (key: string) => key.toLowerCase();
	const times = new Map<string, number>();
	for (const { key } of readings) times.set(fold(key), (times.get(fold(key)) ?? 0) + 1);
	const known = new Map(existing.map((one) => [fold(one.key), one]));
	const plan: Plan<Fields> = {
		added: [],
		changed: [],
		unchanged: 0,
		leavers: [],
		refused: [],
		needsConfirmation: false
	};

	for (const { line, isRagged, key, fields, problems } of readings) {
		const all = [...problems];
		if (isRagged) all.push({ problem: 'columnsWrong', column: '', value: '' });
		if (key && times.get(fold(key))! > 1) all.push({ problem: 'twice', column: '', value: key });
		const before = known.get(fold(key));
		if (all.length) plan.refused.push({ line, key, problems: all });
		else if (!before) plan.added.push(fields);
		else {
			const columns = differences(before.fields, fields);
			if (columns.length || !before.isActive) plan.changed.push({ id: before.id, key, fields, columns });
			else plan.unchanged += 1;
		}
	}
	// A refused line still names its person: a typing error is no reason to leave.
	const active = existing.filter(({ isActive }) => isActive);
	plan.leavers = active
		.filter((one) => !times.has(fold(one.key)) && one.id !== keeps)
		.map(({ id, key, name }) => ({ id, key, name }));
	plan.needsConfirmation = plan.leavers.length > active.length * leaversBrake;
	return plan;
}

/** A column that the file does not have says nothing, so it changes nothing. */
const differences = <Fields extends object>(before: Fields, after: Fields): string[] =>
	Object.entries(after)
		.filter(([column, value]) => value !== undefined && said(value) !== said(before[column as keyof Fields]))
		.map(([column]) => column);

const said = (value: unknown): string => (Array.isArray(value) ? [...value].sort().join() : String(value ?? ''));
