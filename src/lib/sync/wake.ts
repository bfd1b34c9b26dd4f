// Words from those who save to the engine that sends. Apart from it, so that saving does not load the network.

const wakers = new Set<() => void>();
const stoppers = new Set<() => void>();

const subscribe = (listeners: Set<() => void>) => (listener: () => void) => {
	listeners.add(listener);
	return () => void listeners.delete(listener);
};

export const onWake = subscribe(wakers);
export const onStop = subscribe(stoppers);

/** Something was saved: whoever sends should look now. */
export const wake = (): void => wakers.forEach((listener) => listener());

/** The person leaves: nothing may touch their database any more. */
export const stopSending = (): void => stoppers.forEach((listener) => listener());
