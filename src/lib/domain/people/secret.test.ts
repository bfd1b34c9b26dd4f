import { expect, it } from 'vitest';
import { kindOf, problemWith } from './secret.ts';

it.each([
	['284917', null],
	['28491', 'short'],
	['284917563021', null],
	['111111', 'easy'],
	['123456', 'easy'],
	['987654', 'easy'],
	['121212', 'easy'],
	['123123', 'easy'],
	['204417', 'easy'],
	['kaffe', 'short'],
	['to kopper kaffe', null],
	['aaaaaaaaaaaa', 'easy'],
	['커피두잔마시고일하자', null],
	['x'.repeat(201), 'long'],
	['to kopper kaffe '.repeat(20), 'long']
])('%s → %s', (secret, problem) => expect(problemWith(secret, 'B204417')).toBe(problem));

it('digits are a PIN, everything else is a password', () => {
	expect([kindOf('284917'), kindOf('2849175630211'), kindOf('28 49 17')]).toEqual(['pin', 'password', 'password']);
});
