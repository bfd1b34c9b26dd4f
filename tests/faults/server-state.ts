import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import type { UploadRow } from './model-uploads.ts';

/** What the model server's database holds; a backup is a copy of it. */
export type Answered = 'applied' | 'parked' | 'refused';
type Claim = {
	status: Answered | 'superseded' | 'discarded';
	code: string | null;
	hash: string;
	author: string;
	place: string | null;
};
type Entry = { position: number; ticketId: string };
export type State = {
	claims: Map<string, Claim>;
	tickets: Map<string, Ticket>;
	log: Entry[];
	/** How often each mutation took effect: more than once is a fault. */
	effects: Map<string, number>;
	uploads: Map<string, UploadRow>;
};

export const copy = (state: State): State => ({
	claims: new Map(state.claims),
	tickets: new Map(state.tickets),
	log: [...state.log],
	effects: new Map(state.effects),
	uploads: new Map(state.uploads)
});

export const empty = (): State => ({
	claims: new Map(),
	tickets: new Map(),
	log: [],
	effects: new Map(),
	uploads: new Map()
});
