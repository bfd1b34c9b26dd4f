// Ids of the demo are fixed, so that filling it twice changes nothing and pictures and tests can name its people.

const kinds = {
	organisation: 1,
	department: 2,
	person: 3,
	service: 4,
	device: 5,
	phone: 6,
	hours: 7,
	holiday: 8,
	ticket: 9
};

export const demoId = (kind: keyof typeof kinds, organisation: 1 | 2, n: number): string =>
	`0199d0${organisation}${kinds[kind]}-0000-7000-8000-${String(n).padStart(12, '0')}`;
