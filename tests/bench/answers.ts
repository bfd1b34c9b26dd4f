import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { locales, type Locale } from '#lib/domain/locale.ts';
import { familyOf } from '#lib/answers/lines.ts';
import type { Engine } from '#lib/answers/engine.ts';
import { foldOf, learned } from '../../scripts/answers/split.ts';
import type { Bench } from './bench.ts';

// How often the first guess is right on sides of a guide that nobody told it of (the first fold of `npm run eval -- --split`),
// beside two peers that learn from the same words and questions.

const folder = new URL('peers/', import.meta.url).pathname;

export const bench: Bench = async (say) => {
	if (!existsSync(`${folder}node_modules/minisearch`)) spawnSync('npm', ['ci'], { cwd: folder, stdio: 'ignore' });
	const engines = new Map<string, Engine>();
	const right = { ours: 0, miniSearch: 0, nlpJs: 0 };
	let all = 0;
	for (const lang of locales) {
		const { asked, lines } = foldOf(lang, 0);
		const known = asked.filter(({ guide }) => guide !== null);
		const family = familyOf(lang).join();
		const engine = engines.get(family) ?? (await learned(lines));
		engines.set(family, engine);
		const ours = known.filter(({ q, guide }) => engine.ask(q, lang).guides[0]?.guideId === guide).length;
		const peers = peersOn(
			lang,
			lines.filter((line) => line.lang === lang),
			known
		);
		say(`${lang}: ${ours} of ${known.length}, MiniSearch ${peers.miniSearch}, NLP.js ${peers.nlpJs}`);
		all += known.length;
		right.ours += ours;
		right.miniSearch += peers.miniSearch;
		right.nlpJs += peers.nlpJs;
	}
	const share = (count: number) => Math.round((count / all) * 1e3) / 1e3;
	const best = Math.max(right.miniSearch, right.nlpJs);
	return [
		{
			name: 'hit1',
			value: share(right.ours),
			unit: '',
			target: '≥ 0.66',
			peer: share(best),
			ratio: Math.round((right.ours / best) * 100) / 100
		},
		{ name: 'hit1MiniSearch', value: share(right.miniSearch), unit: '', target: 'below hit1' },
		{ name: 'hit1NlpJs', value: share(right.nlpJs), unit: '', target: 'below hit1' }
	];
};

function peersOn(lang: Locale, lines: object[], asked: object[]): { miniSearch: number; nlpJs: number } {
	const input = JSON.stringify({ lang, lines, asked });
	const { stdout, status } = spawnSync(process.execPath, [`${folder}answers.cjs`], { input, encoding: 'utf8' });
	if (status !== 0) throw new Error('the peers did not answer');
	// NLP.js writes its progress to the output as well.
	return JSON.parse(stdout.slice(stdout.lastIndexOf('{"miniSearch"')));
}
