import type { Me, TicketRow } from '#lib/domain/rows.ts';
import type { Photo, TicketEvent } from '#lib/domain/ticket/event.ts';
import { runTicketMutation } from '#lib/domain/ticket/run.ts';
import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import type { PullReply, PullRequest, PushItem, PushReply, PushRequest, PushResult } from '#lib/sync/protocol.ts';
import { NoAnswer } from '#lib/sync/transport.ts';
import { ModelUploads } from './model-uploads.ts';
import type { Mutant } from './mutants.ts';
import { copy, empty, type Answered, type State } from './server-state.ts';

// The server's half as a model: what SPEC.md promises of it, with the product's own `runTicketMutation`, in memory. It
// keeps a transaction open for as long as a test likes, because most faults lie between begin and commit.

type Effect =
	| { status: 'applied'; code: null; ticket: Ticket; photos: Photo[] }
	| { status: Answered | 'discarded'; code: string | null; ticket?: undefined };

export const poison = 'poison';

const photosOf = (event: TicketEvent): Photo[] =>
	'report' in event ? event.report.photos : 'photos' in event ? (event.photos ?? []) : [];

export class ModelServer {
	state = empty();
	epoch: string;
	readonly uploads: ModelUploads;
	/** People who lost the right to their workplace. */
	revoked = new Set<string>();
	private counter = 0;
	/** Crashes so far: a transaction that was open at one is gone. */
	private crashes = 0;
	private open = new Set<string>();
	private backup: State | undefined;
	private readonly newId: () => string;
	private readonly mutant: Mutant | undefined;

	constructor(newId: () => string, mutant?: Mutant) {
		this.newId = newId;
		this.mutant = mutant;
		this.epoch = newId();
		this.uploads = new ModelUploads(() => this.state.uploads, mutant);
	}

	/** @param gate the first transaction stays open until it resolves. */
	async push({ items }: PushRequest, by: Me, gate?: Promise<void>): Promise<PushReply> {
		const { crashes } = this;
		const results: PushResult[] = [];
		for (const [index, item] of items.entries()) {
			const { result, commit, holds } = this.begin(item, by);
			const isHeld = index === 0 && gate !== undefined;
			if (isHeld && this.mutant === 'acknowledge before commit')
				void gate.then(() => crashes === this.crashes && commit());
			else {
				for (const name of holds) this.open.add(name);
				if (isHeld) await gate;
				for (const name of holds) this.open.delete(name);
				if (crashes !== this.crashes) throw new NoAnswer('the node died');
				commit();
			}
			results.push(result);
		}
		return { epoch: this.epoch, results, seq: this.sequence(items[0]!.incarnation) };
	}

	private begin(item: PushItem, by: Me): { result: PushResult; commit: () => void; holds: string[] } {
		const { state } = this;
		const answer = (status: PushResult['status'], code: string | null, retryAfterMs: number | null = null) => ({
			result: {
				mutationId: item.mutationId,
				payloadSha256: item.payloadSha256,
				status,
				code,
				number: null,
				retryAfterMs
			},
			commit: () => undefined,
			holds: []
		});
		const place = `${item.incarnation}/${item.seq}`;
		const ticketId = (JSON.parse(item.payload) as { ticketId?: string }).ticketId;
		const holds = [item.mutationId, place, ...(ticketId ? [ticketId] : [])];
		const hasKey = this.mutant !== 'no unique key' && this.mutant !== 'two senders, no unique key';

		if (item.author !== by.personId) return answer('retry', 'signed_out', 60_000);
		if (hasKey && holds.some((name) => this.open.has(name))) return answer('retry', 'busy', 1_000);
		const stored = hasKey ? state.claims.get(item.mutationId) : undefined;
		if (stored) {
			if (stored.author !== by.personId) return answer('refused', 'id_conflict');
			if (stored.status === 'superseded' || stored.status === 'discarded') return answer('applied', stored.status);
			const isSame = stored.hash === item.payloadSha256 || item.kind === 'outbox.discarded';
			return isSame ? answer(stored.status, stored.code) : answer('refused', 'id_conflict');
		}
		if (hasKey && [...state.claims.values()].some((claim) => claim.place === place))
			return answer('retry', 'new_incarnation', 0);
		if (item.dependsOn.some((id) => !state.claims.has(id))) return answer('retry', 'depends_on_missing', 2_000);

		const claim = { hash: item.payloadSha256, author: by.personId, place, code: null };
		const effect = this.run(item, by);
		// A sequence's value is taken here; the true position only at commit.
		const insertPosition = (this.counter += 1);
		return {
			result: answer(effect.status === 'discarded' ? 'applied' : effect.status, effect.code).result,
			holds,
			commit: () => {
				if (item.supersedes) this.supersede(item, by);
				this.state.claims.set(item.mutationId, { ...claim, status: effect.status, code: effect.code });
				if (effect.status !== 'applied') return;
				this.state.effects.set(item.mutationId, (this.state.effects.get(item.mutationId) ?? 0) + 1);
				if (!effect.ticket) return;
				this.uploads.expect(effect.photos, by.personId);
				this.state.tickets.set(effect.ticket.id, effect.ticket);
				const position = this.mutant === 'position at insert' ? insertPosition : (this.counter += 1);
				this.state.log.push({ position, ticketId: effect.ticket.id });
			}
		};
	}

	private run(item: PushItem, by: Me): Effect {
		if (item.kind === 'outbox.discarded') return { status: 'discarded', code: null };
		if (item.payload.includes(poison)) return { status: 'parked', code: 'invalid_input' };
		if (!item.kind.startsWith('ticket.')) return { status: 'applied', code: null };
		const payload = JSON.parse(item.payload) as { ticketId: Ticket['id'] };
		if (this.revoked.has(by.personId)) return { status: 'parked', code: 'rights_lost' };
		const ran = runTicketMutation(
			item.kind,
			this.state.tickets.get(payload.ticketId) ?? null,
			payload,
			{ mutationId: item.mutationId, by: { id: by.personId, name: by.name }, at: '2026-11-24T10:00:00.000Z' },
			{ id: payload.ticketId, organisationId: by.organisationId, requesterName: by.name }
		);
		if (!ran.ok) return { status: ran.code === 'not_found' ? 'parked' : 'refused', code: ran.code };
		const { ticket, added } = ran.value;
		return ticket && added.length > 0
			? { status: 'applied', code: null, ticket, photos: added.flatMap(photosOf) }
			: { status: 'applied', code: null };
	}

	private supersede(item: PushItem, by: Me): void {
		const id = item.supersedes!;
		const old = this.state.claims.get(id);
		const place = item.supersededSeq === null ? null : `${item.incarnation}/${item.supersededSeq}`;
		if (!old) this.state.claims.set(id, { status: 'superseded', code: null, hash: '', author: by.personId, place });
		else if (old.status === 'parked' || old.status === 'refused')
			this.state.claims.set(id, { ...old, status: 'superseded' });
	}

	async pull({ cursor, incarnation }: PullRequest, by: Me): Promise<PullReply> {
		const scope = this.revoked.has(by.personId) ? 'alone' : 'workplace';
		const reset = !cursor ? null : cursor.epoch !== this.epoch ? 'epoch' : cursor.scope !== scope ? 'scope' : null;
		const from = cursor && !reset ? cursor.position : 0;
		const latest = new Map(this.state.log.map(({ ticketId, position }) => [ticketId, position]));
		for (const { ticketId, position } of this.state.log)
			latest.set(ticketId, Math.max(position, latest.get(ticketId) ?? 0));
		const found = [...latest].filter(([, position]) => position > from).sort((a, b) => a[1] - b[1]);
		const page = found.slice(0, 3);
		const more = found.length > page.length;
		const position = page.at(-1)?.[1] ?? from;
		return {
			cursor: { epoch: this.epoch, position, mark: null, scope, freshTo: 0, proof: 'model' },
			reset,
			changes: page.map(([id]) => ({ kind: 'ticket', id, row: this.rowFor(id, by) })),
			more,
			seq: this.sequence(incarnation)
		};
	}

	/** What this person sees of a ticket: their own, and with the right to the workplace everybody's. */
	rowFor(id: string, by: Me): TicketRow | null {
		const ticket = this.state.tickets.get(id);
		if (!ticket || (this.revoked.has(by.personId) && ticket.reporter.id !== by.personId)) return null;
		return { ...ticket, promise: null, photoStates: {} };
	}

	private sequence(incarnation: string) {
		const places = [...this.state.claims.values()].map((claim) => claim.place?.split('/') ?? []);
		const arrived = new Set(places.filter(([of]) => of === incarnation).map(([, seq]) => Number(seq)));
		const highest = Math.max(0, ...arrived);
		const holes = Array.from({ length: highest }, (_, index) => index + 1).filter((seq) => !arrived.has(seq));
		return { contiguous: (holes[0] ?? highest + 1) - 1, highest, holes };
	}

	/** Open transactions are rolled back; what was committed stays. */
	crash(): void {
		this.crashes += 1;
		this.open.clear();
		this.uploads.crash();
	}

	takeBackup(): void {
		this.backup = copy(this.state);
	}

	/** Back to the last backup, which always begins a new epoch. */
	restore(): void {
		if (!this.backup) return;
		this.crash();
		this.state = copy(this.backup);
		if (this.mutant !== 'restore keeps the epoch') this.epoch = this.newId();
	}
}
