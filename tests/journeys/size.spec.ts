import { firstLoadBytes, phone, tablet } from '../bench/first-load.ts';
import { gzipBytes } from '../bench/employee.ts';
import { expect, test } from '../fixtures.ts';

// What a phone must fetch before it helps anybody. Budgets are the product's; `npm run bench -- first-load` shows where we are.

test('the first page of an employee is at most 100 kB beside the worker', async ({ server }) => {
	expect(await firstLoadBytes(server, phone, 'Mette Kjær', '/')).toBeLessThanOrEqual(100_000);
});

test('the desk is at most 160 kB with the worker', async ({ server }) => {
	const desk = await firstLoadBytes(server, tablet, 'Anna Lind', '/desk');
	expect(desk + gzipBytes('service-worker.js')).toBeLessThanOrEqual(160_000);
});
