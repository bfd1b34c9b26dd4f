/** For tests: pictures that are as short as their formats allow, and wrong in one way each. */

/** A PNG that says how large it is and holds next to nothing. Its sums are right, so that only its size is wrong. */
export function bomb(width: number, height: number): Uint8Array<ArrayBuffer> {
	const header = new DataView(new ArrayBuffer(13));
	header.setUint32(0, width);
	header.setUint32(4, height);
	header.setUint32(8, 0x08_02_00_00);
	// 100 zero bytes, packed by zlib.
	const packed = [0x78, 0x9c, 0x63, 0x60, 0xa0, 0x3d, 0x00, 0x00, 0x00, 0x64, 0x00, 0x01];
	const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
	const parts = [part('IHDR', [...new Uint8Array(header.buffer)]), part('IDAT', packed), part('IEND', [])];
	return new Uint8Array([...start, ...parts.flat()]);
}

/** What an iPhone saves, up to where its boxes say what it is. */
export const heic = (main = 'heic', ...others: string[]): Uint8Array<ArrayBuffer> => {
	const brands = [main, '\0\0\0\0', ...others].join('');
	const boxes = `${uint32(8 + brands.length)}ftyp${brands}${uint32(8)}mdat`;
	return Uint8Array.from(boxes, (letter) => letter.charCodeAt(0));
};

const uint32 = (value: number): string =>
	String.fromCharCode(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

function part(name: string, body: number[]): number[] {
	const named = [...Array.from(name, (letter) => letter.charCodeAt(0)), ...body];
	return [...big(body.length), ...named, ...big(crc32(named))];
}

const big = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function crc32(bytes: number[]): number {
	let sum = -1;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}
