import type { OrganisationId } from '#lib/domain/ids.ts';
import { ask, type Answer, type server } from '#lib/sync/ask.ts';

// The questions and orders of upkeep, each for one organisation. All of them need the network.

type Input<Procedure extends { mutate: (input: never) => unknown }> = Omit<
	Parameters<Procedure['mutate']>[0],
	'organisationId'
>;
type Seen = { id: string; revision: number };

export const upkeepOf = (organisationId: OrganisationId) => ({
	list: () => ask((to) => to.upkeep.list.query({ organisationId })),
	open: (id: string) => ask((to) => to.upkeep.open.query({ organisationId, id })),
	version: (id: string, version: number) => ask((to) => to.upkeep.version.query({ organisationId, id, version })),
	export: (id: string | null) => ask((to) => to.upkeep.export.query({ organisationId, id })),

	create: (beginning: Input<typeof server.upkeep.create>) =>
		ask((to) => to.upkeep.create.mutate({ organisationId, ...beginning })),
	begin: (id: string) => ask((to) => to.upkeep.begin.mutate({ organisationId, id })),
	save: (draft: Input<typeof server.upkeep.save>) => ask((to) => to.upkeep.save.mutate({ organisationId, ...draft })),
	send: (seen: Seen) => ask((to) => to.upkeep.send.mutate({ organisationId, ...seen })),
	takeBack: (seen: Seen) => ask((to) => to.upkeep.takeBack.mutate({ organisationId, ...seen })),
	discard: (seen: Seen) => ask((to) => to.upkeep.discard.mutate({ organisationId, ...seen })),

	publish: (seen: Seen & { over: number }) => ask((to) => to.upkeep.publish.mutate({ organisationId, ...seen })),
	returnTo: (id: string, version: number) => ask((to) => to.upkeep.returnTo.mutate({ organisationId, id, version })),
	retire: (id: string) => ask((to) => to.upkeep.retire.mutate({ organisationId, id })),
	keep: (care: Input<typeof server.upkeep.keep>) => ask((to) => to.upkeep.keep.mutate({ organisationId, ...care })),
	addTest: (test: Input<typeof server.upkeep.addTest>) =>
		ask((to) => to.upkeep.addTest.mutate({ organisationId, ...test }))
});

export type Upkeep = ReturnType<typeof upkeepOf>;
export type Listed = Answer<Upkeep['list']>[number];
export type Opened = Answer<Upkeep['open']>;
export type Begun = NonNullable<Opened['draft']>;
