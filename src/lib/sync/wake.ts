// Something was saved: whoever sends should look now. Apart from the engine, so that saving does not load the network.

const listeners = new Set<() => void>();

export function onWake(listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

export const wake = (): void => listeners.forEach((listener) => listener());
