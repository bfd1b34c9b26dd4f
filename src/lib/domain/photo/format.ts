/** What a file is, by its first bytes: its name and what the system calls it count for nothing. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic';

/** Main brands of HEIC. `mif1` and `msf1` only say "pictures in boxes"; then the others tell. */
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis'];
const anyBrands = ['mif1', 'msf1'];

/** @returns null for everything else, also for pictures of another kind */
export function photoFormat(bytes: Uint8Array): PhotoFormat | null {
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (letters(bytes, 0) === 'RIFF' && letters(bytes, 8) === 'WEBP') return 'webp';
	return letters(bytes, 4) === 'ftyp' && isHeic(bytes) ? 'heic' : null;
}

function isHeic(bytes: Uint8Array): boolean {
	const main = letters(bytes, 8);
	if (heicBrands.includes(main)) return true;
	const end = Math.min(viewOf(bytes).getUint32(0), bytes.length);
	const others = [];
	for (let at = 16; at + 4 <= end; at += 4) others.push(letters(bytes, at));
	return anyBrands.includes(main) && !others.includes('avif') && !others.includes('avis');
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

/** Four letters of ASCII, as formats name their parts. */
export const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
