import type { Actor } from '#lib/domain/roles.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in; set once for each request by the server hook. */
			actor: Actor | null;
		}
		interface Error {
			/** Finds the line in the server's log. */
			id?: string;
		}
	}
}
