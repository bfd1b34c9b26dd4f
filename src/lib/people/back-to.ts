/** Where somebody wants to be after the sign-in: a page of ours, or null. Another site's address would lead them astray. */
export function backTo({ origin, searchParams }: URL): string | null {
	const wanted = searchParams.get('back');
	if (!wanted) return null;
	const found = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
	return found?.origin === origin ? found.pathname + found.search : null;
}
