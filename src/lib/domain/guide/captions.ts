/** A line of captions: from and to in seconds. */
export type Cue = { from: number; to: number; text: string };

const timing = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})/;

const seconds = (of: (string | undefined)[]): number => {
	const [h = '0', m = '0', s = '0', ms = '0'] = of;
	return Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000;
};

/** The cues of a WebVTT file, or null when it is none or says nothing. */
export function readCaptions(text: string): Cue[] | null {
	if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) return null;
	const cues: Cue[] = [];
	for (const block of text.split(/\n{2,}/).slice(1)) {
		const lines = block.trim().split('\n');
		const at = lines.findIndex((line) => timing.test(line));
		const read = at < 0 ? null : timing.exec(lines[at]!);
		const said = lines
			.slice(at + 1)
			.join('\n')
			.trim();
		if (read && said) cues.push({ from: seconds(read.slice(1, 5)), to: seconds(read.slice(5, 9)), text: said });
	}
	return cues.length ? cues : null;
}
