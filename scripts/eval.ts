// npm run eval -- --questions FILE.jsonl --lang da [--json] [--misses N]: how well the engine of the starter content
// answers the questions of a file. npm run eval -- --split [--lang da]: five-fold on the questions that were there first.

import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createEngine } from '#lib/answers/engine.ts';
import { locales, type Locale } from '#lib/domain/locale.ts';
import { score } from './answers/score.ts';
import { split } from './answers/split.ts';
import { readQuestions } from './answers/starter.ts';
import { modelOf, starterFile } from './answers/starter-model.ts';

const usage = `usage: npm run eval -- --questions FILE.jsonl --lang ${locales.join('|')} [--json] [--misses N]
       npm run eval -- --split [--lang ${locales.join('|')}] [--json] [--misses N]`;

const { values } = parseArgs({
	options: {
		questions: { type: 'string' },
		lang: { type: 'string' },
		split: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		misses: { type: 'string', default: '0' }
	}
});
const lang = locales.find((one) => one === values.lang);
const misses = Number(values.misses);
if ((values.lang && !lang) || (!values.split && !(values.questions && lang)) || !Number.isInteger(misses)) {
	console.error(usage);
	process.exit(2);
}

if (values.split)
	for (const one of lang ? [lang] : locales) print({ lang: one, split: 5, ...(await split(one, misses)) });
else if (values.questions && lang) await evaluate(values.questions, lang);

async function evaluate(file: string, lang: Locale) {
	const asked = readQuestions(file);
	const model = await starterFile(lang);
	const engine = createEngine(modelOf(model));
	engine.ask(asked[0]?.q ?? '', lang);
	const { score: found, misses: missed } = score(engine, asked, lang);
	for (const { q, guide, instead } of missed.slice(0, misses))
		console.log(`${q}\n    ${guide}, not ${instead.join(', ')}`);
	print({ lang, ...found, indexKb: Math.round(gzipSync(model).length / 100) / 10 });
}

function print(figures: Record<string, unknown>) {
	if (!values.json) console.table([figures]);
	console.log(JSON.stringify(figures));
}
