import { parse } from 'yaml';

// `<lang>.md`: front matter, a numbered list (the steps), a heading and what to do if it does not help.

export type MarkdownGuide = {
	title: string;
	summary: string;
	keywords: string[];
	/** CommonMark of each step, without its number */
	steps: string[];
	ending: { title: string; body: string } | null;
	pictures: string[];
	hasHtml: boolean;
};

const htmlTag = /<\/?[a-z][^>\n]*>|<!--/i;
const picture = /!\[[^\]]*\]\(\s*<?([^)\s>]+)[^)]*\)/g;

/** The parts of one language's file, or the reason why its front matter cannot be read. */
export function readMarkdown(source: string): { ok: true; value: MarkdownGuide } | { ok: false; detail: string } {
	const parts = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/.exec(source.trimStart());
	if (!parts) return { ok: false, detail: '---' };
	const front = readFrontMatter(parts[1]!);
	if (!front.ok) return front;

	const body = parts[2]!;
	const at = body.search(/^#{1,6}[ \t]/m);
	const [list, rest] = at < 0 ? [body, ''] : [body.slice(0, at), body.slice(at)];
	const [heading = '', ...ending] = rest.split('\n');
	return {
		ok: true,
		value: {
			...front.value,
			steps: stepsOf(list),
			ending: heading
				? { title: plain(heading.replace(/^#+|#+\s*$/g, '')), body: withoutPictures(ending.join('\n')).trim() }
				: null,
			pictures: [...body.matchAll(picture)].map((match) => match[1]!),
			hasHtml: htmlTag.test(body)
		}
	};
}

type Front = Pick<MarkdownGuide, 'title' | 'summary' | 'keywords'>;

function readFrontMatter(yaml: string): { ok: true; value: Front } | { ok: false; detail: string } {
	let read: unknown;
	try {
		read = parse(yaml);
	} catch (error) {
		return { ok: false, detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
	}
	if (typeof read !== 'object' || read === null || Array.isArray(read)) return { ok: false, detail: 'title, summary' };
	const { title, summary, keywords } = read as Record<string, unknown>;
	const missing = [!isText(title) && 'title', !isText(summary) && 'summary'].filter((name) => name !== false);
	if (!isText(title) || !isText(summary)) return { ok: false, detail: missing.join(', ') };
	return { ok: true, value: { title, summary, keywords: Array.isArray(keywords) ? keywords.map(String) : [] } };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const withoutPictures = (markdown: string) => markdown.replace(picture, '');

/** Steps are the numbered lines; lines that follow without a number belong to the step before. */
function stepsOf(list: string): string[] {
	const steps: string[] = [];
	for (const line of list.split('\n')) {
		const numbered = /^ {0,3}\d{1,3}[.)][ \t]+(.*)$/.exec(line);
		if (numbered) steps.push(numbered[1]!);
		else if (steps.length) steps[steps.length - 1] += `\n${line.trim()}`;
	}
	return steps.map((step) => withoutPictures(step).trim()).filter(Boolean);
}

/** Text without marks of emphasis, links and code: what is read aloud and searched. */
export function plain(markdown: string): string {
	return markdown
		.replace(/<[^>]*>/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}
