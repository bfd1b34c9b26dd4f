// One reading of a guide, from the first step to "it worked" or the way on. Owns where the reader is and that the
// outcome is counted once; what was tried follows into the report.

export type Place = number | 'worked' | 'ending';

export class Reading {
	at = $state<Place>(0);
	readonly steps: number;
	readonly #count: (outcome: { worked: boolean; steps: number }) => void;
	#isCounted = false;

	/**
	 * @param steps how many steps the guide has
	 * @param count counts the outcome, on the device first
	 */
	constructor(steps: number, count: (outcome: { worked: boolean; steps: number }) => void, start: Place = 0) {
		this.steps = steps;
		this.#count = count;
		this.at = typeof start === 'number' ? Math.min(Math.max(start, 0), steps - 1) : start;
	}

	/** Steps that did not help so far. */
	get tried(): number {
		return typeof this.at === 'number' ? this.at : this.steps;
	}

	yes(): void {
		this.#outcome(true, this.tried + (typeof this.at === 'number' ? 1 : 0));
		this.at = 'worked';
	}

	/** Not yet: the next step, or, after the last one, the way on. */
	no(): void {
		if (typeof this.at !== 'number') return;
		if (this.at + 1 < this.steps) this.at += 1;
		else {
			this.#outcome(false, this.steps);
			this.at = 'ending';
		}
	}

	/** Enough of it: what was tried goes along. */
	stop(): void {
		this.#outcome(false, this.tried);
	}

	startOver(): void {
		this.at = 0;
	}

	back(): void {
		if (this.at === 'ending') this.at = this.steps - 1;
		else if (typeof this.at === 'number' && this.at > 0) this.at -= 1;
	}

	#outcome(worked: boolean, steps: number): void {
		if (this.#isCounted) return;
		this.#isCounted = true;
		this.#count({ worked, steps });
	}
}
