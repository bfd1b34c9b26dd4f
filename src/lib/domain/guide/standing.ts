import type { OrganisationAction } from '../policy.ts';

// Where a guide stands. What people read and what is being written are two things: a published guide may have a draft
// beside it, and a draft never reaches anybody who only reads.

export type Standing = {
	draft: 'draft' | 'review' | null;
	published: 'published' | 'retired' | null;
};

export const moves = ['begin', 'save', 'send', 'takeBack', 'discard', 'publish', 'retire', 'returnTo'] as const;
export type Move = (typeof moves)[number];

/** Who may do it (`policy.ts`): writing is for more people than deciding what everybody reads. */
export const actionOf: Record<Move, OrganisationAction> = {
	begin: 'guide.draft',
	save: 'guide.draft',
	send: 'guide.draft',
	takeBack: 'guide.draft',
	discard: 'guide.draft',
	publish: 'guide.publish',
	retire: 'guide.publish',
	returnTo: 'guide.publish'
};

const possible: Record<Move, (standing: Standing) => boolean> = {
	begin: ({ draft, published }) => draft === null && published !== null,
	/** What lies for review stays as it is read: whoever changes it takes it back first. */
	save: ({ draft }) => draft === 'draft',
	send: ({ draft }) => draft === 'draft',
	takeBack: ({ draft }) => draft === 'review',
	discard: ({ draft }) => draft === 'draft',
	publish: ({ draft }) => draft === 'review',
	retire: ({ published }) => published === 'published',
	returnTo: ({ published }) => published !== null
};

export const canMove = (standing: Standing, move: Move): boolean => possible[move](standing);

/** Somebody has to look at it: its day has come. Days are `2026-05-31`, `today` where the reader is. */
export const isDue = (reviewOn: string | null, today: string): boolean => reviewOn !== null && reviewOn <= today;
