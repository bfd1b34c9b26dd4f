/** Hands the zip to the browser's own way of saving files. */
export function saveZip(base64: string, name: string): void {
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
	const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.zip` });
	link.click();
	URL.revokeObjectURL(url);
}
