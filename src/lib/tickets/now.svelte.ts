/** The time as screens need it: moves on by itself, so that clocks empty and "today" ends without a reload. */
const everyMs = 20_000;

export function ticking(): { readonly now: number } {
	let now = $state(Date.now());
	$effect(() => {
		const timer = setInterval(() => (now = Date.now()), everyMs);
		return () => clearInterval(timer);
	});
	return {
		get now() {
			return now;
		}
	};
}
