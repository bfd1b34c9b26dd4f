import type postgres from 'postgres';

type Callback = (sql: postgres.TransactionSql) => unknown;

/**
 * The driver finds an undefined value only when it builds the statement. By then others of the pipeline are on their
 * way, the wrong one of them is refused, and this one is never answered: the transaction hangs. So it fails before.
 * The driver's own way out, to write null instead, would hide the mistake.
 */
export const withoutUndefined = <Sql extends postgres.ISql>(sql: Sql): Sql =>
	new Proxy(sql, {
		apply(target, self, [strings, ...values]: unknown[]) {
			if (Array.isArray(strings) && 'raw' in strings) check(strings.join('?'), values);
			return Reflect.apply(target as unknown as () => unknown, self, [strings, ...values]) as unknown;
		},
		get(target, name, self) {
			const own: unknown = Reflect.get(target, name, self);
			if (typeof own !== 'function') return own;
			if (name === 'unsafe')
				return (query: string, values: unknown[] = [], ...rest: unknown[]) => {
					check(query, values);
					return own.call(target, query, values, ...rest) as unknown;
				};
			if (name === 'begin' || name === 'savepoint')
				return (...given: unknown[]) => {
					const work = given.pop() as Callback;
					return own.call(target, ...given, (inner: postgres.TransactionSql) =>
						work(withoutUndefined(inner))
					) as unknown;
				};
			return own;
		}
	});

function check(statement: string, values: readonly unknown[]): void {
	const isMissing = (value: unknown) => value === undefined || (Array.isArray(value) && value.includes(undefined));
	// The statement and not its values: they can be what somebody wrote.
	if (values.some(isMissing)) throw new Error(`undefined in a statement: ${statement.replace(/\s+/g, ' ').trim()}`);
}
