import { randomUUID } from 'node:crypto';
import { pushLimit } from '#lib/sync/protocol.ts';
import { deviceOf, reportBy } from '#lib/sync/server/fixtures.ts';
import { pushAll, type Account } from './account.ts';

const devices = 8;

/** So many cases of one workplace, an answer in every third, written as devices write them: by push over HTTP. */
export async function seedCases(people: { reporter: Account; agent: Account }, count: number): Promise<void> {
	const { reporter, agent } = people;
	let left = count;
	const device = async () => {
		const [phone, tablet] = [deviceOf(reporter.me), deviceOf(agent.me)];
		while (left > 0) {
			const size = Math.min(left, pushLimit);
			const reports = Array.from({ length: size }, (_, n) => aReportOf(reporter, left - n));
			left -= size;
			await pushAll(
				reporter,
				reports.map((report) => phone.item('ticket.report', report))
			);
			const answers = reports
				.filter((_, n) => n % 3 === 0)
				.map(({ ticketId }) => ({ ticketId, text: 'Vi sender en ny i dag.', photos: [] }));
			await pushAll(
				agent,
				answers.map((answer) => tablet.item('ticket.answer', answer))
			);
		}
	};
	await Promise.all(Array.from({ length: devices }, device));
}

const aReportOf = ({ me }: Account, n: number) =>
	reportBy(me, { text: `Skærmen er sort, også efter genstart. Kasse ${n}, ${randomUUID()}` });
