/** The browser's own detector where it reads both codes of a label, else the ponyfill with its wasm from here. */
export type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };

/** What labels carry. */
const formats = ['qr_code', 'code_128'] as const;

type NativeDetector = {
	new (options: { formats: readonly string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
};

export async function makeDetector(): Promise<Detector> {
	const native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
	if (native) {
		const supported = await native.getSupportedFormats().catch(() => []);
		if (formats.every((format) => supported.some((known) => known === format))) return new native({ formats });
	}
	const [{ BarcodeDetector, prepareZXingModule }, { default: wasmUrl }] = await Promise.all([
		import('barcode-detector/ponyfill'),
		import('zxing-wasm/reader/zxing_reader.wasm?url')
	]);
	await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
	return new BarcodeDetector({ formats: [...formats] });
}
