import { Device } from './device.ts';
import { speak } from './everybody.ts';
import { people, type Screen, type Who } from './screens.ts';
import { signInAs } from './sign-in.ts';
import { beginStory, loseNetwork, sendOne, type Story } from './story.ts';

export const sizes = { phone: { width: 360, height: 640 }, tablet: { width: 1024, height: 768 } };

/** A device in somebody's hands, with what the screens of that person need. */
export class Stage {
	readonly device: Device;
	#story: Story;

	private constructor(device: Device, story: Story) {
		this.device = device;
		this.#story = story;
	}

	static async open(who: Who, port: number, scale = 1): Promise<Stage> {
		const viewport = who === 'agent' || who === 'administrator' ? sizes.tablet : sizes.phone;
		const device = await Device.make({ viewport, isMobile: false, locale: 'da-DK', scale }, () => port);
		device.page.setDefaultTimeout(15_000);
		await device.page.emulateMedia({ reducedMotion: 'reduce' });
		const name = people[who];
		if (name) await signInAs(device.page, name);
		if (who === 'employee') return new Stage(device, await beginStory(device.page));
		const sent = who === 'agent' ? await sendOne(device.page, 'Computer') : '';
		return new Stage(device, { sent, begun: '', waiting: '' });
	}

	get page() {
		return this.device.page;
	}

	/** In the language, until what the screen shows is there. Without network from the first screen that says so. */
	async show({ path, shows, then, isOffline }: Screen, language: string): Promise<void> {
		if (isOffline && !this.#story.waiting) {
			await this.#speak('da');
			this.#story = await loseNetwork(this.device, this.#story);
		}
		await this.#speak(language);
		await this.page.goto(typeof path === 'string' ? path : path(this.#story));
		if (then) {
			await this.page.locator('main').waitFor();
			await then(this.page);
		}
		await this.page.locator(shows).first().waitFor();
		await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
	}

	async #speak(language: string) {
		if (this.page.url() === 'about:blank') await this.page.goto('/welcome');
		await speak(this.page, language);
	}
}
