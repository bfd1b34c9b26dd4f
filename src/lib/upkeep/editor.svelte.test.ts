import { describe, expect, it, vi } from 'vitest';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { Editor, type Keeper, type Left, type Requests } from './editor.svelte.ts';
import type { Begun, Opened } from './requests.ts';

const source = (title: string): GuideSource => ({
	id: 'paper',
	category: 'printing',
	audience: ['all'],
	service: 'printing',
	minutes: 3,
	solvedBy: 'self',
	report: { kind: 'incident', category: '', ask: [] },
	related: [],
	words: { da: { title, summary: '', keywords: [], ending: null } },
	steps: ['a', 'b', 'c'].map((key) => ({ key, texts: { da: key } }))
});

/** A server that holds one draft, and a tablet that holds what was not taken. */
function scene(left: Left | null = null) {
	const at = '2026-11-26T10:41:00.000Z';
	const server = { revision: 1, source: source('Papir'), isOnline: true, isGone: false };
	const draft = (): Begun => ({ ...server, base: 0, byName: 'Freja', isMine: false, at });
	const requests: Requests = {
		save: async ({ revision, source }) => {
			if (!server.isOnline) return refuse('offline');
			if (server.isGone) return ok({ isDone: false, byName: 'Freja', at, revision: null });
			if (revision !== server.revision) return ok({ isDone: false, byName: 'Freja', at, revision: server.revision });
			Object.assign(server, { revision: revision + 1, source });
			return ok({ isDone: true, revision: server.revision, at });
		},
		open: async () => ok({ draft: server.isGone ? null : draft(), published: null } as Opened),
		begin: async () => {
			Object.assign(server, { isGone: false, revision: 1 });
			return ok(undefined);
		}
	};
	const kept = { left };
	const keeper: Keeper = {
		left: async () => kept.left,
		keep: async (left) => void (kept.left = left),
		drop: async () => void (kept.left = null)
	};
	const editor = new Editor(draft(), requests, keeper);
	const rename = (title: string) => {
		editor.source.words.da!.title = title;
		editor.changed();
	};
	const title = () => server.source.words.da!.title;
	return { server, kept, editor, rename, title };
}

describe('an editor', () => {
	it('saves by itself once nothing more is written', async () => {
		const { editor, rename, title } = scene();
		rename('Papirstop');
		expect(editor.isWaiting).toBe(true);
		await vi.waitFor(() => expect([title(), editor.isWaiting]).toEqual(['Papirstop', false]));
	});

	it('keeps on the tablet what the server did not take, and sends it the next time', async () => {
		const first = scene();
		first.server.isOnline = false;
		first.rename('Uden net');
		expect(await first.editor.save()).toBe(false);
		expect(first.editor.problem).toBe('offline');
		first.editor.end();

		const second = scene(first.kept.left);
		await vi.waitFor(() => expect(second.title()).toBe('Uden net'));
		await vi.waitFor(() => expect(second.kept.left).toBeNull());
	});

	it('saves nothing over what another wrote before it was shown and chosen', async () => {
		const { server, editor, rename, title } = scene();
		Object.assign(server, { revision: 2, source: source('Frejas') });
		rename('Mine');
		expect(await editor.save()).toBe(false);
		expect(editor.overtaken).toMatchObject({
			byName: 'Freja',
			revision: 2,
			theirs: { words: { da: { title: 'Frejas' } } }
		});
		rename('Mine, mere');
		expect(await editor.save()).toBe(false);
		expect(title()).toBe('Frejas');

		expect(await editor.keepMine()).toBe(true);
		expect(title()).toBe('Mine, mere');
	});

	it('begins a new draft with what was written when the other was published meanwhile', async () => {
		const { server, editor, rename, title } = scene();
		server.isGone = true;
		rename('Mine');
		expect(await editor.save()).toBe(false);
		expect(editor.overtaken).toMatchObject({ revision: null });
		expect(await editor.keepMine()).toBe(true);
		expect(title()).toBe('Mine');
	});

	it('moves steps within the list, and takes a deletion back', () => {
		const { editor } = scene();
		const keys = () => editor.source.steps.map(({ key }) => key).join('');
		expect([editor.move(0, -1), editor.move(2, 1), keys()]).toEqual([0, 2, 'abc']);
		expect([editor.move(0, 1), keys()]).toEqual([1, 'bac']);
		const undo = editor.remove(1);
		expect(keys()).toBe('bc');
		undo();
		expect(keys()).toBe('bac');
		editor.add('n', 1);
		expect(keys()).toBe('bnac');
	});
});
