import type { TicketRow } from '#lib/domain/rows.ts';
import { newId } from '#lib/sync/ids.ts';
import type { Server } from './server.ts';

/** A person of the demo at the server's own door, past every screen: to set a scene and to see what the server holds. */
export class Caller {
	readonly #url: string;
	#cookie = '';

	private constructor(url: string) {
		this.#url = `${url}/api/trpc`;
	}

	static async signIn({ url }: Server, name: string): Promise<Caller> {
		const caller = new Caller(url);
		const faces = await caller.query<{ personId: string; name: string }[]>('people.demoPeople');
		const { personId } = faces.find((face) => face.name === name)!;
		await caller.mutate('people.demoSignIn', { personId });
		return caller;
	}

	query<T>(path: string, input: object = {}): Promise<T> {
		return this.#call(`${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {});
	}

	mutate<T>(path: string, input?: object): Promise<T> {
		return this.#call(path, { method: 'POST', body: JSON.stringify(input) });
	}

	/** The cases that this person may see, as they are now. */
	async cases(): Promise<TicketRow[]> {
		const found: TicketRow[] = [];
		let cursor: object | null = null;
		for (let more = true; more;) {
			const request = { cursor, incarnation: newId(), limit: 1_000 };
			const page: Page = await this.query('sync.pull', request);
			found.push(...page.changes.filter(({ kind, row }) => kind === 'ticket' && row).map(({ row }) => row));
			({ cursor, more } = page);
		}
		return found;
	}

	/** How often each of these was reported. Once is what one hopes for. */
	async timesReported(texts: readonly string[]): Promise<number[]> {
		const cases = await this.cases();
		return texts.map((text) => cases.filter(({ report }) => report.text === text).length);
	}

	async #call<T>(path: string, init: RequestInit): Promise<T> {
		const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie: this.#cookie };
		const response = await fetch(`${this.#url}/${path}`, { ...init, headers });
		const cookie = response.headers.get('set-cookie');
		if (cookie) this.#cookie = cookie.split(';')[0]!;
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return ((await response.json()) as { result: { data: T } }).result.data;
	}
}

type Page = { changes: { kind: string; row: TicketRow }[]; cursor: object; more: boolean };
