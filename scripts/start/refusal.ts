/** What the person at the keyboard can put right: printed as one line, without a stack, and the process ends with 1. */
export class Refusal extends Error {
	override name = 'Refusal';
}
