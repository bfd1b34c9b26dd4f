// Owns the browser's offer to put Athand on the home screen: kept when it comes, shown when a person asks for it.

type InstallPrompt = Event & { prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }> };

class Install {
	#offer: InstallPrompt | undefined;
	/** The browser would install it now; false on iPhones, which only know the Share menu. */
	isOffered = $state(false);
	isInstalled = $state(matchMedia('(display-mode: standalone)').matches);

	listen(): void {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as InstallPrompt;
			this.isOffered = true;
		});
		addEventListener('appinstalled', () => {
			this.isOffered = false;
			this.isInstalled = true;
		});
	}

	async ask(): Promise<boolean> {
		const answer = await this.#offer?.prompt();
		this.#offer = undefined;
		this.isOffered = false;
		return answer?.outcome === 'accepted';
	}
}

export const install = new Install();
