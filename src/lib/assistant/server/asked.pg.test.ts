import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registry } from '#lib/app/server/registry.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, type Scene } from '#lib/sync/server/fixtures.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { forgetAskers } from './forget.ts';

let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
});
afterAll(() => fresh.close());

const asked = (over: object = {}) => ({
	questionId: randomUUID(),
	locale: 'da',
	text: 'scanneren læser ikke',
	kind: 'choose',
	guideId: 'scanner-not-reading',
	confidence: 0.5,
	outcome: null,
	...over
});
const say = (actor: Actor, payload: object) =>
	applyItem({ database: fresh.database, registry, actor }, deviceOf(actor).item('question.asked', payload));
const stored = async (id: string) => (await fresh.sql`select * from question where id = ${id}`)[0];

it('is kept with workplace and language, and what became of it comes under the same id', async () => {
	const { mette } = scene;
	const question = asked();
	expect(await say(mette, question)).toMatchObject({ status: 'applied', number: null });
	const { outcome: _later, ...rest } = question;
	expect(await say(mette, { ...rest, guideId: 'wifi-store', outcome: 'worked' })).toMatchObject({ status: 'applied' });
	// Told again without an outcome, as an older copy of the first item would: what is known stays.
	expect(await say(mette, { ...rest, guideId: 'wifi-store' })).toMatchObject({ status: 'applied' });
	expect(await stored(question.questionId)).toMatchObject({
		organisation_id: mette.organisationId,
		department_id: mette.departmentId,
		person_id: mette.personId,
		text: 'scanneren læser ikke',
		kind: 'choose',
		guide_id: 'wifi-store',
		outcome: 'worked'
	});
});

it('is nobody else’s to change, and the same id next door is another question', async () => {
	const question = asked();
	await say(scene.mette, question);
	await say(scene.omar, { ...question, text: 'something else', outcome: 'notWorked' });
	expect(await stored(question.questionId)).toMatchObject({ text: question.text, outcome: null });
	expect(await say(scene.stranger, question)).toMatchObject({ status: 'applied' });
	expect(await fresh.sql`select 1 from question where id = ${question.questionId}`).toHaveLength(2);
});

it('holds no personal identity number, whatever the device sent', async () => {
	const question = asked({ text: 'borger 010190-1234 kan ikke logge ind' });
	await say(scene.sofie, question);
	expect((await stored(question.questionId))!.text).toBe('borger *** kan ikke logge ind');
});

it('is parked when it is none', async () => {
	const question = asked({ text: '' });
	expect(await say(scene.mette, question)).toMatchObject({ status: 'parked', code: 'invalid_input' });
	expect(await stored(question.questionId)).toBeUndefined();
});

it('forgets who asked after 90 days, and only who', async () => {
	const [old, recent] = [asked(), asked()];
	for (const question of [old, recent]) await say(scene.mette, question);
	await fresh.sql`update question set asked_at = now() - interval '91 days' where id = ${old.questionId}`;
	expect(await forgetAskers(fresh.database)).toBe(1);
	expect(await stored(old.questionId)).toMatchObject({ person_id: null, text: old.text });
	expect(await stored(recent.questionId)).toMatchObject({ person_id: scene.mette.personId });
	expect(await forgetAskers(fresh.database)).toBe(0);
});
