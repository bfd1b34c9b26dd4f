import type { OrganisationId } from '#lib/domain/ids.ts';
import { ask, type Answer, type server } from '#lib/sync/ask.ts';
import type { GuideFile } from './pack.ts';

// The settings' questions and orders, each for one organisation. All of them need the network: they change what others see.

type Input<Procedure extends { mutate: (input: never) => unknown }> = Omit<
	Parameters<Procedure['mutate']>[0],
	'organisationId'
>;

export type PersonEdit = Input<typeof server.staff.change>;
export type DepartmentEdit = Input<typeof server.workplace.changeDepartment>;
export type DeviceEdit = Input<typeof server.services.saveDevice>;
export type ServiceEdit = Input<typeof server.services.rename>;
export type Week = Input<typeof server.workplace.saveHours>['week'];
export type Holidays = Input<typeof server.workplace.saveHolidays>['days'];
export type Phones = Input<typeof server.workplace.savePhones>['phones'];

export const settingsOf = (organisationId: OrganisationId) => ({
	people: (wanted: string) => ask((to) => to.staff.search.query({ organisationId, wanted })),
	savePerson: ({ id, ...fields }: Omit<PersonEdit, 'id'> & { id: string | null }) =>
		ask<unknown>((to) =>
			id
				? to.staff.change.mutate({ organisationId, id, ...fields })
				: to.staff.add.mutate({ organisationId, ...fields })
		),
	removePerson: (id: string) => ask((to) => to.staff.remove.mutate({ organisationId, id })),
	bringBack: (id: string) => ask((to) => to.staff.bringBack.mutate({ organisationId, id })),
	givePins: (ids: string[]) => ask((to) => to.staff.givePins.mutate({ organisationId, ids })),

	departments: () => ask((to) => to.workplace.departments.query({ organisationId })),
	saveDepartment: ({ id, ...fields }: Omit<DepartmentEdit, 'id'> & { id: string | null }) =>
		ask<unknown>((to) =>
			id
				? to.workplace.changeDepartment.mutate({ organisationId, id, ...fields })
				: to.workplace.addDepartment.mutate({ organisationId, ...fields })
		),
	closeDepartment: (id: string) => ask((to) => to.workplace.closeDepartment.mutate({ organisationId, id })),
	organisation: () => ask((to) => to.workplace.organisation.query({ organisationId })),
	saveHours: (channel: 'desk' | 'phone' | 'counter', week: Week) =>
		ask((to) => to.workplace.saveHours.mutate({ organisationId, channel, week })),
	saveHolidays: (days: Holidays) => ask((to) => to.workplace.saveHolidays.mutate({ organisationId, days })),
	savePhones: (phones: Phones) => ask((to) => to.workplace.savePhones.mutate({ organisationId, phones })),

	services: () => ask((to) => to.services.services.query({ organisationId })),
	rename: (edit: ServiceEdit) => ask((to) => to.services.rename.mutate({ organisationId, ...edit })),
	places: () => ask((to) => to.services.places.query({ organisationId })),
	devices: (wanted: string) => ask((to) => to.services.devices.query({ organisationId, wanted })),
	saveDevice: (edit: DeviceEdit) => ask((to) => to.services.saveDevice.mutate({ organisationId, ...edit })),
	retireDevice: (id: string) => ask((to) => to.services.retireDevice.mutate({ organisationId, id })),
	bringBackDevice: (id: string) => ask((to) => to.services.bringBackDevice.mutate({ organisationId, id })),

	held: () => ask((to) => to.held.items.query()),
	decideHeld: (item: HeldItem, decision: HeldDecision) =>
		ask((to) => to.held.decide.mutate({ organisationId: item.organisationId, mutationId: item.mutationId, decision })),

	guides: (files: GuideFile[], isPreview: boolean) =>
		ask((to) => to.guides.import.mutate({ organisationId, files, isPreview })),

	preview: {
		people: (packed: string) => ask((to) => to.peopleImport.previewPeople.mutate({ organisationId, packed })),
		departments: (packed: string) => ask((to) => to.peopleImport.previewDepartments.mutate({ organisationId, packed })),
		devices: (packed: string) => ask((to) => to.deviceImport.previewDevices.mutate({ organisationId, packed }))
	},
	apply: {
		people: (packed: string, confirmedLeavers: number) =>
			ask((to) => to.peopleImport.applyPeople.mutate({ organisationId, packed, confirmedLeavers })),
		departments: (packed: string, confirmedLeavers: number) =>
			ask((to) => to.peopleImport.applyDepartments.mutate({ organisationId, packed, confirmedLeavers })),
		devices: (packed: string, confirmedLeavers: number) =>
			ask((to) => to.deviceImport.applyDevices.mutate({ organisationId, packed, confirmedLeavers }))
	}
});

export type HeldItem = Awaited<ReturnType<typeof server.held.items.query>>[number];
export type HeldDecision = Parameters<typeof server.held.decide.mutate>[0]['decision'];
export type SettingsOf = ReturnType<typeof settingsOf>;
export type StaffMember = Answer<SettingsOf['people']>[number];
export type Workplace = Answer<SettingsOf['departments']>[number];
export type Organisation = Answer<SettingsOf['organisation']>;
export type RegisteredDevice = Answer<SettingsOf['devices']>[number];
export type NamedService = Answer<SettingsOf['services']>[number];
export type Slips = Answer<SettingsOf['givePins']>;
export type ImportAnswer = Answer<SettingsOf['preview']['people']>;
