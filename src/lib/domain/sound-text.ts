const half = /\p{Surrogate}/gu;

/**
 * Text that every part of the way can hold: half an emoji (a text that was cut in the middle of one) and NUL are
 * JavaScript's to write and no database's to keep.
 */
export const soundText = (text: string): string => text.replace(half, '\ufffd').replaceAll('\0', '');
