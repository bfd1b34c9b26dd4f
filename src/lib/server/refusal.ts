/** What whoever runs the server can put right: `npm start` prints it as one line, without a stack, and ends with 1. */
export class Refusal extends Error {
	override name = 'Refusal';
}
