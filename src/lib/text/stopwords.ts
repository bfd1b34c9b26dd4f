import type { Locale } from '#lib/domain/locale.ts';

// Words that carry a question but not its subject. Verbs that say what is wrong ("virker", "åbner") are not among them.
const lists: Record<Locale, string> = {
	da: `jeg du han hun vi de den det der som at og i på til af for med om en et er var har havde kan skal vil må min mit mine
		din dit vores hvor hvordan hvad hvornår hvorfor hvem nu så men eller når hvis fra ved ud ind op mig dig sig os man
		her bare lige også ikke blev bliver være gør gøre får få jo da sådan noget nogen hej hjælp`,
	nb: `jeg du han hun vi de den det der som at og i på til av for med om en ei et er var har hadde kan skal vil må min mitt
		mine din ditt vår vårt hvor hvordan hva når hvorfor hvem nå så men eller hvis fra ved ut inn opp meg deg seg oss man
		her bare også ikke ble blir være gjør gjøre får få jo da sånn noe noen hei hjelp`,
	sv: `jag du han hon vi de den det där som att och i på till av för med om en ett är var har hade kan ska skall vill måste
		min mitt mina din ditt vår vårt hur vad när varför vem nu så men eller från vid ut in upp mig dig sig oss man här
		bara också inte blev blir vara gör göra får få ju då sådan något någon hej hjälp`,
	en: `i you he she we they it its the a an and or of to in on at for with my your our is are was were be been am do does did
		have has had can could will would should how what when where why who which that this these those there here so but
		if from as by me us them just not cant dont wont please hi hello help get got im ive`,
	ko: `어떻게 어떡해 왜 뭐 무엇 언제 어디 누가 저 제 제가 저는 나 내 우리 이 그 저기 좀 너무 진짜 지금 그냥 자꾸 계속 다시 또
		하나요 해요 돼요 되나요 있나요 없나요 있어요 없어요 거 것 수 때 및 더 안 못 네 요 안녕하세요 도와주세요`
};

const sets = new Map<Locale, Set<string>>();

/** Is the word, as typed but in lower case, without a subject of its own? */
export function isStopword(word: string, lang: Locale): boolean {
	let set = sets.get(lang);
	if (!set) sets.set(lang, (set = new Set(lists[lang].split(/\s+/))));
	return set.has(word);
}
