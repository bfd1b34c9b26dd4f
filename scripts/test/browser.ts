import { spawnSync } from 'node:child_process';
import { chromiumPath } from '#tests/chromium.ts';

const install = 'apt-get install -y chromium fonts-noto-cjk';

/** Korean must be drawn, not shown as boxes: widths and pictures are tested. */
const hasKoreanFont = () => spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' }).stdout?.trim().length > 0;

/** A browser and a font; installed where we may, named where not. Answers whether tests can go on. */
export function ensureBrowser(): boolean {
	if (chromiumPath && hasKoreanFont()) return true;
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
		console.error(`The tests need Chromium and a font with Korean. On Debian, as root: ${install}`);
		return false;
	}
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(`apt-get update && ${install}`, { shell: true, stdio: 'inherit', env }).status === 0;
}
