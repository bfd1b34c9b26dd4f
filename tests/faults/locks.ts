import type { Tab } from './tab.ts';

/**
 * Web Locks of one browser profile, as much of them as `sender.ts` asks for: one holder, and whoever comes meanwhile is
 * told so. A killed tab holds nothing any more; a frozen one goes on holding.
 */
export class Locks {
	private holder: { tab: Tab } | undefined;
	private readonly isOpen: boolean;

	/** @param isOpen a planted mistake: everybody gets the lock. */
	constructor(isOpen: boolean) {
		this.isOpen = isOpen;
	}

	of(tab: Tab): Pick<LockManager, 'request'> {
		const request = async (name: string, _options: LockOptions, work: LockGrantedCallback<unknown>) => {
			if (this.holder && !this.isOpen) return work(null);
			const mine = (this.holder = { tab });
			try {
				return await work({ name, mode: 'exclusive' });
			} finally {
				if (this.holder === mine) this.holder = undefined;
			}
		};
		return { request: request as LockManager['request'] };
	}

	isHeldBy = (tab: Tab): boolean => this.holder?.tab === tab;

	free(tab: Tab): void {
		if (this.isHeldBy(tab)) this.holder = undefined;
	}
}
