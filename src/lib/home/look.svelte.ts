import { chooseLook, readLook, type Look } from '#lib/ui/theme.ts';

// Owns how this device shows things while a page stands, so that every control of it tells the same.
class ChosenLook {
	#look = $state(readLook());

	get current(): Look {
		return this.#look;
	}

	choose(part: Partial<Look>): void {
		this.#look = { ...this.#look, ...part };
		chooseLook(this.#look);
	}
}

export const chosenLook = new ChosenLook();
