import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Files as a person chooses them, in a folder that is thrown away. */
export class Gallery {
	readonly #folder = mkdtempSync(join(tmpdir(), 'athand-gallery-'));

	/** A photo of pure noise: as large as a photo gets, so that it travels in more than one chunk. */
	async photo(name: string, width = 1600): Promise<string> {
		const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
		const create = { width, height: Math.round(width * 0.75), channels: 3, background: '#888', noise } as const;
		return this.file(name, await sharp({ create }).png().toBuffer());
	}

	file(name: string, bytes: Uint8Array): string {
		const path = join(this.#folder, name);
		writeFileSync(path, bytes);
		return path;
	}

	throwAway(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
