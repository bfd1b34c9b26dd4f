import { expect, it } from 'vitest';
import type { Locale } from '../locale.ts';
import { partCaution } from './caution.ts';

it.each<[Locale, string, string | null]>([
	['en', 'Dry the contacts with a dry cloth. Do not use water or metal.', 'Do not use water or metal.'],
	['da', 'Tør metalkontakterne med en tør klud. Brug ikke vand eller metal.', 'Brug ikke vand eller metal.'],
	['nb', 'Tørk kontaktene med en tørr klut. Bruk ikke vann eller metall.', 'Bruk ikke vann eller metall.'],
	['sv', 'Torka kontakterna med en torr trasa. Använd inte vatten eller metall.', 'Använd inte vatten eller metall.'],
	['ko', '마른 천으로 닦습니다. 물이나 금속은 쓰지 않습니다.', '물이나 금속은 쓰지 않습니다.'],
	['en', 'Do not give medicine you doubt. Do not guess.', 'Do not guess.'],
	['en', 'Never leave before it is agreed.', null],
	['da', 'Luk appen, og åbn den igen. Genstart telefonen, hvis ingen andre har problemer.', null]
])('%s: %s', (locale, step, caution) => {
	const parted = partCaution(step, locale);
	expect(parted.caution).toBe(caution);
	expect([parted.text, parted.caution].filter(Boolean).join(' ')).toBe(step);
});
