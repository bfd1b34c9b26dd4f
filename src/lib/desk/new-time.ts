// Wall times of the one who promises. The requester reads the instant in their own zone.

/** An instant as `<input type="datetime-local">` writes it, in the zone of this device. */
export function localInput(ms: number): string {
	const shifted = ms - new Date(ms).getTimezoneOffset() * 60_000;
	return new Date(shifted).toISOString().slice(0, 16);
}

/** Nine o'clock tomorrow, here. */
export function nextMorning(ms: number): number {
	const day = new Date(ms);
	day.setDate(day.getDate() + 1);
	return day.setHours(9, 0, 0, 0);
}
