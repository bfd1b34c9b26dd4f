// Two peers on the same guides and ways of asking. Reads {lang, guides, lines, asked} as JSON from its input, writes how many
// of the asked it put first. MiniSearch as its documentation tunes it; NLP.js with the stemmer of the language.

const { containerBootstrap } = require('@nlpjs/core');
const { LangAll } = require('@nlpjs/lang-all');
const { Nlp } = require('@nlpjs/nlp');
const MiniSearch = require('minisearch');

async function main() {
	const { lang, lines, asked } = JSON.parse(await text(process.stdin));
	process.stdout.write(
		JSON.stringify({ miniSearch: miniSearch(lines, asked), nlpJs: await nlpJs(lang, lines, asked) })
	);
}

function miniSearch(lines, asked) {
	const fields = ['title', 'questions', 'text'];
	const guides = new Map();
	for (const { text, guideId, isQuestion, weight } of lines) {
		if (guideId === null) continue;
		const guide = guides.get(guideId) ?? { id: guideId, title: '', questions: '', text: '' };
		guides.set(guideId, guide);
		guide[isQuestion ? 'questions' : weight >= 1 ? 'title' : 'text'] += `\n${text}`;
	}
	const index = new MiniSearch({
		fields,
		searchOptions: { boost: { title: 3, questions: 2 }, prefix: true, fuzzy: 0.2 }
	});
	index.addAll([...guides.values()]);
	return asked.filter(({ q, guide }) => index.search(q)[0]?.id === guide).length;
}

async function nlpJs(lang, lines, asked) {
	const container = await containerBootstrap();
	container.use(Nlp);
	container.use(LangAll);
	const nlp = container.get('nlp');
	Object.assign(nlp.settings, { autoSave: false, log: false, nlu: { log: false } });
	nlp.addLanguage(lang);
	for (const { text, guideId } of lines) nlp.addDocument(lang, text, guideId ?? 'None');
	await nlp.train();
	let right = 0;
	for (const { q, guide } of asked) if ((await nlp.process(lang, q)).intent === guide) right += 1;
	return right;
}

async function text(stream) {
	let all = '';
	for await (const part of stream) all += part;
	return all;
}

void main();
