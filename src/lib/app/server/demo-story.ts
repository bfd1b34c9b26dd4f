// Plays the demo's morning through the same handlers that a device's mutations go through, with the clock of the story.
// A case that is there already is left alone, so a second start adds nothing.

import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Incarnation, MutationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import { demoPeople, demoPersonId } from '#lib/people/server/demo/people.ts';
import { actorFrom } from '#lib/people/server/sign-in/enter.ts';
import { findActor } from '#lib/people/server/sign-in/repository.ts';
import type { FirstData } from '#lib/server/boot.ts';
import type { Database } from '#lib/server/db.ts';
import { demoId } from '#lib/server/demo-id.ts';
import { driver } from '#lib/server/driver.ts';
import { schemaVersion, type PushItem } from '#lib/sync/protocol.ts';
import { lockTicket } from '#lib/tickets/server/repository.ts';
import { demoCases, type DemoCase, type Step } from './demo-cases.ts';
import { registry } from './registry.ts';

export const playDemoStory: FirstData = async ({ settings, database }) => {
	if (settings.mode !== 'demo') return;
	const now = Date.now();
	for (const [n, story] of demoCases.entries()) {
		const ticketId = demoId('ticket', story.organisation, n + 1) as TicketId;
		const organisationId = demoId('organisation', story.organisation, 1);
		const isThere = await database.withOrganisations([organisationId], (tx) => lockTicket(driver(tx), ticketId));
		if (!isThere) await play(database, ticketId, story, now);
	}
};

const idOf = (name: string): PersonId => {
	const person = demoPeople.find((one) => one.name === name);
	if (!person) throw new Error(`${name} is not in the demo`);
	return demoPersonId(person) as PersonId;
};

async function play(
	database: Database,
	ticketId: TicketId,
	{ reference, requester, report, then }: DemoCase,
	now: number
) {
	const requesterId = idOf(requester ?? report.who);
	const owner = await findActor(database.db, requesterId);
	const payload = { ticketId, reference, requesterId, departmentId: owner?.department_id, report: report.payload };
	await act(database, { ...report, payload }, now);
	for (const step of then) await act(database, { ...step, payload: { ticketId, ...step.payload } }, now);
}

async function act(database: Database, { minutesAgo, who, kind, payload }: Step, now: number) {
	const found = await findActor(database.db, idOf(who));
	const handle = registry.mutationHandlers.get(kind);
	if (!found || !handle) throw new Error(`${who} cannot do ${kind}`);
	const actor = actorFrom(found);
	const at = new Date(now - minutesAgo * 60_000).toISOString();
	const text = JSON.stringify(payload);
	const item: PushItem = {
		mutationId: randomUUIDv7() as MutationId,
		incarnation: randomUUIDv7() as Incarnation,
		seq: 1,
		author: actor.personId,
		kind,
		schemaVersion,
		dependsOn: [],
		supersedes: null,
		supersededSeq: null,
		payload: text,
		payloadSha256: createHash('sha256').update(text).digest('hex'),
		manifest: [],
		deviceTime: at
	};
	const done = await database.withActor(actor, (tx) => handle({ tx, actor, item, payload, at }));
	if (!done.ok) throw new Error(`the demo's story is broken: ${who} ${kind}: ${done.code}`);
}
