import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { Network } from './network.ts';

export type DeviceKind = {
	viewport: { width: number; height: number };
	isMobile: boolean;
	locale: string;
	scale?: number;
	/** Nobody has used it yet: Home begins with the welcome. */
	isNew?: boolean;
};

/**
 * A phone or a tablet: a browser with a profile of its own that outlives it, so that "closed and opened again" is what it
 * is for people. A private window would hide what is lost at a restart.
 */
export class Device {
	readonly network: Network;
	readonly #kind: DeviceKind;
	readonly #profile: string;
	#context!: BrowserContext;
	#isOffline = false;
	#isRunning = false;

	private constructor(kind: DeviceKind, serverPort: () => number, profile: string) {
		this.#kind = kind;
		this.network = new Network(serverPort);
		this.#profile = profile;
	}

	/** @param profile where the browser keeps everything; a folder of its own, unless a test needs to choose the disk. */
	static async make(
		kind: DeviceKind,
		serverPort: () => number,
		profile = mkdtempSync(join(tmpdir(), 'athand-device-'))
	): Promise<Device> {
		const device = new Device(kind, serverPort, profile);
		await device.network.open();
		await device.#launch();
		return device;
	}

	get context() {
		return this.#context;
	}

	/** The page in front. */
	get page(): Page {
		return this.#context.pages().at(-1)!;
	}

	async goOffline(): Promise<void> {
		this.#isOffline = true;
		await this.network.cut();
		await this.#context.setOffline(true);
	}

	async goOnline(): Promise<void> {
		this.#isOffline = false;
		await this.network.open();
		await this.#context.setOffline(false);
	}

	/** Closes the app and opens it again, with the network as it is. Answers the new page, at `path`. */
	async restart(path = '/'): Promise<Page> {
		await this.close();
		return this.start(path);
	}

	/** The battery falls out: kill -9 of the browser, then opened again. */
	async crash(path = '/'): Promise<Page> {
		await this.kill();
		return this.start(path);
	}

	close(): Promise<void> {
		return this.#context.close();
	}

	/** Also of one that has died by itself. */
	async kill(): Promise<void> {
		if (!this.#isRunning) return;
		const closed = new Promise((resolve) => this.#context.once('close', resolve));
		const [pid] = readlinkSync(join(this.#profile, 'SingletonLock')).split('-').slice(-1);
		process.kill(Number(pid), 'SIGKILL');
		await closed;
	}

	/** Opens the app that was closed or killed. */
	async start(path = '/'): Promise<Page> {
		await this.#launch();
		await this.page.goto(path);
		return this.page;
	}

	async remove(): Promise<void> {
		await this.#context.close();
		if (!this.#isOffline) await this.network.cut();
		// The browser's last processes still write for a moment.
		await sleep(50);
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}

	async #launch() {
		this.#context = await chromium.launchPersistentContext(this.#profile, {
			executablePath: chromiumPath,
			args: chromiumArgs,
			baseURL: this.network.url,
			viewport: this.#kind.viewport,
			deviceScaleFactor: this.#kind.scale,
			isMobile: this.#kind.isMobile,
			hasTouch: true,
			locale: this.#kind.locale,
			timezoneId: 'Europe/Copenhagen'
		});
		this.#isRunning = true;
		this.#context.once('close', () => (this.#isRunning = false));
		if (!this.#kind.isNew) await this.#context.addInitScript(() => localStorage.setItem('athand.welcomed', '1'));
		if (this.#isOffline) await this.#context.setOffline(true);
	}
}
