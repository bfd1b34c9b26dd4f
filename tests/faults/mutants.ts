/** Planted mistakes; the simulator proves that it would find each of them. */
export const mutants = [
	'no unique key',
	'position at insert',
	'delete before acknowledgement',
	'two senders, no unique key',
	'acknowledge before commit',
	'restore keeps the epoch',
	'sender without the lock',
	'bytes before their item',
	'chunks go with the last byte sent',
	'own offset instead of the server’s',
	'any 200 is verified',
	'signed out ends an upload'
] as const;

export type Mutant = (typeof mutants)[number];

export const isWithoutLock = (mutant: Mutant | undefined): boolean =>
	mutant === 'sender without the lock' || mutant === 'two senders, no unique key';
