import { createServer, connect, type Socket } from 'node:net';

/**
 * The way from one device to the server: a TCP proxy that can be cut. Unlike the browser's own offline switch it also
 * holds for workers, and a request that is on its way breaks as it does in a lift.
 */
export class Network {
	readonly #sockets = new Set<Socket>();
	readonly #target: () => number;
	#server = createServer();
	#port = 0;
	/** Told of what the device sends, before it goes on: to let something happen in the middle of a request. */
	onSent?: (bytes: Buffer | string) => void;

	constructor(target: () => number) {
		this.#target = target;
	}

	get url() {
		return `http://localhost:${this.#port}`;
	}

	/** Keeps its port for ever: a device knows its data by the address. */
	async open(): Promise<void> {
		this.#server = createServer((device) => {
			const server = connect(this.#target(), '127.0.0.1');
			for (const socket of [device, server]) {
				this.#sockets.add(socket);
				socket.on('close', () => this.#sockets.delete(socket));
			}
			device.on('error', () => server.destroy()).on('close', () => server.destroy());
			server.on('error', () => device.destroy()).on('close', () => device.destroy());
			device.on('data', (bytes) => this.onSent?.(bytes));
			device.pipe(server).pipe(device);
		});
		await new Promise<void>((resolve, reject) =>
			this.#server.once('error', reject).listen(this.#port, 'localhost', resolve)
		);
		const address = this.#server.address();
		if (address && typeof address === 'object') this.#port = address.port;
	}

	async cut(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		this.#sockets.forEach((socket) => socket.destroy());
		await closed;
	}
}
