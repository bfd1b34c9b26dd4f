import { backTo } from '#lib/people/back-to.ts';
import { demoPeople, doorOf, lastDoor } from '#lib/people/queries.ts';

/** The one page that needs the server before it can show anything: nobody is here yet. */
export async function load({ url, depends }) {
	depends('athand:door');
	const slug = url.searchParams.get('o') ?? lastDoor();
	const [door, faces] = await Promise.all([doorOf(slug), demoPeople()]);
	return {
		slug: slug ?? '',
		door: door.ok ? door.value : null,
		faces: faces.ok ? faces.value : null,
		hasAnswer: door.ok,
		back: backTo(url)
	};
}
