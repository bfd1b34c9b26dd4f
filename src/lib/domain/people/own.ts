import * as z from 'zod/mini';
import { DepartmentId } from '../ids.ts';
import { locales } from '../locale.ts';

// What a person decides about themselves, as mutations: they wait without network like everything else that is written,
// and the one that arrives last counts.

/** `person.locale`: the language they read, on every device of theirs. */
export const OwnLocale = z.object({ locale: z.enum(locales) });

/** `person.workplace`: where they work for now, any workplace of their organisation. */
export const OwnWorkplace = z.object({ departmentId: DepartmentId });
