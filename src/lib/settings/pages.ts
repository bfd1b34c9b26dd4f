import BookOpen from '@lucide/svelte/icons/book-open';
import Building from '@lucide/svelte/icons/building-2';
import CalendarOff from '@lucide/svelte/icons/calendar-off';
import Clock from '@lucide/svelte/icons/clock';
import Signpost from '@lucide/svelte/icons/signpost';
import Layers from '@lucide/svelte/icons/layers';
import Phone from '@lucide/svelte/icons/phone';
import ScanBarcode from '@lucide/svelte/icons/scan-barcode';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import { whereMay, type OrganisationAction } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Icon } from '#lib/ui/icon.ts';
import type { SettingsOf } from './requests.ts';

/** `load` brings the page's code only when it is opened. */
export type Page = {
	name: string;
	action: OrganisationAction;
	icon: Icon;
	title: () => string;
	line: () => string;
	load: () => Promise<{ default: Component<{ settings: SettingsOf }> }>;
};

/** The pages of the settings, in the order in which a new organisation needs them. */
export const pages: Page[] = [
	{
		name: 'departments',
		action: 'settings.departments',
		icon: Building,
		title: m.settings_departments,
		line: m.settings_departments_line,
		load: () => import('./DepartmentsPage.svelte')
	},
	{
		name: 'people',
		action: 'settings.people',
		icon: Users,
		title: m.settings_people,
		line: m.settings_people_line,
		load: () => import('./PeoplePage.svelte')
	},
	{
		name: 'phones',
		action: 'settings.hours',
		icon: Phone,
		title: m.settings_phones,
		line: m.settings_phones_line,
		load: () => import('./PhonesPage.svelte')
	},
	{
		name: 'hours',
		action: 'settings.hours',
		icon: Clock,
		title: m.settings_hours,
		line: m.settings_hours_line,
		load: () => import('./HoursPage.svelte')
	},
	{
		name: 'holidays',
		action: 'settings.hours',
		icon: CalendarOff,
		title: m.settings_holidays,
		line: m.settings_holidays_line,
		load: () => import('./HolidaysPage.svelte')
	},
	{
		name: 'devices',
		action: 'settings.devices',
		icon: ScanBarcode,
		title: m.settings_devices,
		line: m.settings_devices_line,
		load: () => import('./DevicesPage.svelte')
	},
	{
		name: 'services',
		action: 'settings.services',
		icon: Layers,
		title: m.settings_services,
		line: m.settings_services_line,
		load: () => import('./ServicesPage.svelte')
	},
	{
		name: 'held',
		action: 'settings.held',
		icon: Signpost,
		title: m.settings_held,
		line: m.settings_held_line,
		load: () => import('./HeldPage.svelte')
	},
	{
		name: 'guides',
		action: 'settings.guides',
		icon: BookOpen,
		title: m.settings_guides,
		line: m.settings_guides_line,
		load: () => import('./GuideImportPage.svelte')
	}
];

export const pagesOf = (actor: Actor): Page[] => pages.filter(({ action }) => whereMay(actor, action) !== null);
