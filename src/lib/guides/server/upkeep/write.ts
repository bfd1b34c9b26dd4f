import { blocks, gapsOf, withoutEmpty } from '#lib/domain/guide/gaps.ts';
import { noWords, slugOf, type GuideSource } from '#lib/domain/guide/source.ts';
import { canMove, type Move } from '#lib/domain/guide/standing.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { withoutPersonalNumbers } from '#lib/domain/ticket/personal-number.ts';
import type { Tx } from '#lib/server/db.ts';
import { refusal } from '#lib/server/trpc.ts';
import { publishGuide } from '../publish.ts';
import { retire as withdraw, serviceCodes } from '../repository.ts';
import * as repository from './repository.ts';

// What changes of a guide on its way from a draft to everybody and back. Each runs in one transaction that holds the
// guide, so that of two who do something at once the second sees what the first did.

/** Somebody else was quicker: who, when, and what they left. `revision` is null when their draft is gone. */
export type Overtaken = { isDone: false; byName: string; at: string; revision: number | null };
export type Done<T> = { isDone: true } & T;

async function demand(tx: Tx, key: repository.GuideKey, move: Move): Promise<repository.Held> {
	const held = await repository.held(tx, key, { lock: true });
	if (!canMove(held.standing, move)) throw refusal('not_found');
	return held;
}

const overtakenBy = ({ savedByName, savedAt, revision }: repository.Draft): Overtaken => ({
	isDone: false,
	byName: savedByName,
	at: savedAt.toISOString(),
	revision
});

export type Beginning = Pick<GuideSource, 'category' | 'audience' | 'service'> & {
	locale: Locale;
	title: string;
	steps: string[];
};

/** A guide that was not there before, as a draft. What somebody wrote in a case may name a person by number. */
export async function create(tx: Tx, organisationId: string, beginning: Beginning, by: Actor): Promise<string> {
	const { locale, category, audience, service } = beginning;
	const title = withoutPersonalNumbers(beginning.title).slice(0, 200);
	const steps = beginning.steps.map((text, n) => ({
		key: `s${n + 1}`,
		texts: { [locale]: withoutPersonalNumbers(text) }
	}));
	const words = { [locale]: { ...noWords(), title } };
	const rest = {
		minutes: 3,
		solvedBy: 'self',
		report: { kind: 'incident', category: '', ask: [] },
		related: []
	} as const;
	const taken = new Set<string>();
	for (;;) {
		const id = slugOf(title, (each) => taken.has(each));
		const source = {
			id,
			category,
			audience,
			service,
			...rest,
			report: { ...rest.report, ask: [] },
			related: [],
			words,
			steps
		};
		const isKnown = await repository.isKnown(tx, { organisationId, id });
		if (!isKnown && (await repository.begin(tx, organisationId, source, 0, by))) return id;
		taken.add(id);
	}
}

/** A draft of what is published; where there is one already, that one. */
export async function begin(tx: Tx, key: repository.GuideKey, by: Actor): Promise<void> {
	const { draft, published } = await repository.held(tx, key, { lock: true });
	if (draft) return;
	const source = published && (await repository.versionSource(tx, key, published.version));
	if (!source) throw refusal('not_found');
	await repository.begin(tx, key.organisationId, source, published.version, by);
}

/** Saves over `revision` and over nothing else. */
export async function save(
	tx: Tx,
	key: repository.GuideKey,
	{ revision, source }: { revision: number; source: GuideSource },
	by: Actor
): Promise<Done<{ revision: number; at: string }> | Overtaken> {
	const { draft, published, standing } = await repository.held(tx, key, { lock: true });
	if (!draft) {
		const [last] = await repository.versions(tx, key);
		if (!published) throw refusal('not_found');
		return {
			isDone: false,
			byName: last?.publishedByName ?? '',
			at: published.publishedAt.toISOString(),
			revision: null
		};
	}
	if (draft.revision !== revision || !canMove(standing, 'save')) return overtakenBy(draft);
	const saved = await repository.save(tx, key, { ...source, id: key.id }, by);
	return { isDone: true, revision: saved.revision, at: saved.savedAt.toISOString() };
}

/** To be read by whoever publishes, or back to be written. */
export async function pass(tx: Tx, key: repository.GuideKey, to: 'review' | 'draft', revision: number) {
	const { draft } = await demand(tx, key, to === 'review' ? 'send' : 'takeBack');
	if (draft!.revision !== revision) return overtakenBy(draft!);
	await repository.setState(tx, key, to);
	return { isDone: true } as const;
}

export async function discard(tx: Tx, key: repository.GuideKey, revision: number) {
	const { draft } = await demand(tx, key, 'discard');
	if (draft!.revision !== revision) return overtakenBy(draft!);
	await repository.dropDraft(tx, key);
	return { isDone: true } as const;
}

/**
 * The draft becomes what everybody reads. `over` is the published version that the editor has seen: one that came in
 * between, by an import or a return, is looked at first.
 */
export async function publish(
	tx: Tx,
	key: repository.GuideKey,
	{ revision, over }: { revision: number; over: number },
	by: Actor
): Promise<Done<{ version: number }> | Overtaken> {
	const { draft, published } = await demand(tx, key, 'publish');
	if (draft!.revision !== revision) return overtakenBy(draft!);
	if ((published?.version ?? 0) !== over) {
		const [last] = await repository.versions(tx, key);
		return { isDone: false, byName: last?.publishedByName ?? '', at: published!.publishedAt.toISOString(), revision };
	}
	const version = await putOut(tx, key, draft!.source, { name: by.name });
	await repository.dropDraft(tx, key);
	return { isDone: true, version };
}

/** What an earlier version said, as the next one: also the way back for a guide that was withdrawn. */
export async function returnTo(tx: Tx, key: repository.GuideKey, version: number, by: Actor): Promise<number> {
	await demand(tx, key, 'returnTo');
	const source = await repository.versionSource(tx, key, version);
	if (!source) throw refusal('not_found');
	return putOut(tx, key, source, { name: by.name, returnedTo: version });
}

export async function retire(tx: Tx, key: repository.GuideKey): Promise<void> {
	await demand(tx, key, 'retire');
	await withdraw(tx, key.organisationId, key.id);
}

async function putOut(
	tx: Tx,
	{ organisationId }: repository.GuideKey,
	source: GuideSource,
	by: Parameters<typeof publishGuide>[3]
): Promise<number> {
	const services = await serviceCodes(tx, organisationId);
	const around = { services, before: null, isOwned: true, isReviewed: true, isTested: true };
	if (gapsOf(source, around).some(blocks)) throw refusal('invalid_input');
	return publishGuide(tx, organisationId, withoutEmpty(source), by);
}
