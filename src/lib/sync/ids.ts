/** Letters and digits that nobody mistakes for another on a label, on paper or by phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A UUIDv7: unique, and near in a table to what was made near in time. The time part is the device's own clock and
 * is never read again (I20). The caller names the brand: `newId<TicketId>()`.
 */
export function newId<Id extends string = string>(): Id {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const view = new DataView(bytes.buffer);
	const milliseconds = Date.now();
	view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
	view.setUint32(2, milliseconds % 2 ** 32);
	view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
	view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id;
}

/** Four characters that a person can read aloud before the case has its number. Not unique: the id is. */
export function newReference(): string {
	let reference = '';
	while (reference.length < 4) {
		const value = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
		// Values beyond the last whole round of the alphabet would make its first letters likelier.
		if (value < 240) reference += alphabet[value % alphabet.length];
	}
	return reference;
}
