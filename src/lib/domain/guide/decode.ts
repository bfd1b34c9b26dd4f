/**
 * The text of a file from an editor that nobody chose: UTF-8 with or without BOM, else Windows-1252, in which every
 * byte means something; line ends become \n.
 */
export function decode(bytes: Uint8Array): { text: string; isWindows1252: boolean } {
	let text: string;
	let isWindows1252 = false;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		text = new TextDecoder('windows-1252').decode(bytes);
		isWindows1252 = true;
	}
	return { text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), isWindows1252 };
}
