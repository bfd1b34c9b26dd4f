/** The short number in two halves, as it is read aloud. */
export const spaced = (reference: string): string => `${reference.slice(0, 2)} ${reference.slice(2)}`;
