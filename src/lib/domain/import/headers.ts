// What the columns are called in the files that people have. Compared without case, spaces and signs.
const names: Record<string, string[]> = {
	code: ['code', 'number', 'kode', 'nummer', 'afdelingsnummer', 'kod', 'avdelingsnummer', '코드'],
	name: ['name', 'navn', 'namn', '이름'],
	kind: ['kind', 'type', 'slags', 'typ', '종류'],
	timeZone: ['timezone', 'tidszone', 'tidssone', 'tidszon', '시간대'],
	headcount: ['headcount', 'people', 'antal', 'ansatte', 'medarbejdere', 'antall', 'personer', '인원'],
	dutyPhone: ['dutyphone', 'duty', 'vagttelefon', 'vakttelefon', 'jourtelefon', '당직전화'],
	employeeNumber: ['employeenumber', 'medarbejdernummer', 'ansattnummer', 'anställningsnummer', '사번'],
	department: ['department', 'workplace', 'afdeling', 'avdeling', 'avdelning', 'arbejdssted', '부서'],
	job: ['job', 'title', 'stilling', 'titel', '직무'],
	email: ['email', 'mail', 'epost', '이메일'],
	phone: ['phone', 'telefon', 'mobil', '전화'],
	locale: ['language', 'locale', 'sprog', 'språk', '언어'],
	roles: ['roles', 'role', 'roller', 'rolle', 'roll', '역할'],
	assetTag: ['assettag', 'tag', 'label', 'mærkat', 'etiket', 'merke', 'etikett', '자산번호'],
	place: ['place', 'sted', 'placering', 'plassering', 'plats', '위치']
};
const plain = (header: string) =>
	header
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
const known = new Map(
	Object.entries(names).flatMap(([column, spelled]) => spelled.map((name) => [plain(name), column]))
);

/** Our name of a column, or the file's own where we know none. */
export const columnOf = (header: string): string => known.get(plain(header)) ?? header.trim();
