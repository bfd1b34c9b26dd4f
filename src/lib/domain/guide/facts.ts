import { decode } from './decode.ts';
import { fileBytesLimit, type ImportFolder } from './folders.ts';
import { GuideFacts } from './guide.ts';
import type { ImportProblemCode } from './problem.ts';

type Report = (code: ImportProblemCode, file: string, detail?: string) => void;

/** Which problem a field of `guide.json` makes; the others are named by their path. */
const codeOf: Record<string, ImportProblemCode> = { audience: 'audience_unknown', category: 'category_unknown' };
const name = 'guide.json';

/** The facts of a guide from its `guide.json`, or null after every reason has been reported. */
export function readFacts(folder: ImportFolder, services: ReadonlySet<string>, report: Report): GuideFacts | null {
	const fail = (...problem: Parameters<Report>) => {
		report(...problem);
		return null;
	};
	const file = folder.files.get(name);
	if (!file) return fail('facts_missing', '');
	if (file.bytes.byteLength > fileBytesLimit) return fail('too_large', name, String(file.bytes.byteLength));
	let read: unknown;
	try {
		read = JSON.parse(decode(file.bytes).text);
	} catch (error) {
		return fail('facts_unreadable', name, error instanceof Error ? error.message : '');
	}
	if (typeof read !== 'object' || read === null) return fail('facts_unreadable', name);

	const given = read as Record<string, unknown>;
	if (!given.id) report('id_missing', name);
	else if (given.id !== folder.id) report('id_differs', name, String(given.id));
	if (typeof given.service === 'string' && !services.has(given.service)) report('service_unknown', name, given.service);

	const parsed = GuideFacts.safeParse(given);
	if (parsed.success) return parsed.data;
	for (const field of new Set(parsed.error.issues.map((issue) => String(issue.path[0])))) {
		if (field === 'id' && !given.id) continue;
		report(codeOf[field] ?? 'field_invalid', name, codeOf[field] ? String(given[field]) : field);
	}
	return null;
}
