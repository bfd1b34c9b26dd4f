import { backTo } from '#lib/people/back-to.ts';
import { demoPeople, doorOf, lastDoor, lastNumber, rememberNumber } from '#lib/people/queries.ts';
import { callIt } from '#lib/services/call.ts';

/** The one page that needs the server before it can show anything: nobody is here yet. */
export async function load({ url, depends }) {
	depends('athand:door');
	const slug = url.searchParams.get('o') ?? lastDoor();
	const [door, faces] = await Promise.all([doorOf(slug), demoPeople()]);
	const phone = door.ok ? callIt(door.value) : null;
	if (phone) rememberNumber(phone.number);
	return {
		slug: slug ?? '',
		door: door.ok ? door.value : null,
		faces: faces.ok ? faces.value : null,
		lastNumber: lastNumber(),
		hasAnswer: door.ok,
		back: backTo(url)
	};
}
