import { getContext, setContext } from 'svelte';
import type { DepartmentRow, DeviceRow, Me, OrganisationRow, PersonRow, TicketRow } from '#lib/domain/rows.ts';

/** What every part of the desk reads: the device's own copy, as it is now. The page sets it once. */
export interface Desk {
	me: Me;
	/** Ticks with the clock; every promise is read against it. */
	nowMs: number;
	/** Null until the device has answered for the first time. */
	tickets: TicketRow[] | null;
	departments: DepartmentRow[];
	people: PersonRow[];
	devices: DeviceRow[];
	organisations: OrganisationRow[];
	isOnline: boolean;
	/** What waits for the network, by mutation. */
	waiting: Readonly<Record<string, 'queued' | 'sending'>>;
}

const key = Symbol('desk');

/** @param desk a function, so that what it returns may change while the page stands */
export function setDesk(desk: () => Desk): void {
	setContext(key, desk);
}

export const getDesk = (): (() => Desk) => getContext<() => Desk>(key);
