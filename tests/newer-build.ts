import { createServer, request } from 'node:http';
import { readFileSync } from 'node:fs';
import type { Server } from './server.ts';

/** The same server with a newer worker in front of it: what a device sees after somebody deployed. */
export async function newerBuild({ port }: Server): Promise<{ port: number; end(): void }> {
	const worker = `${readFileSync('build/client/service-worker.js', 'utf8')}\n// newer`;
	const front = createServer((asked, answer) => {
		if (asked.url === '/service-worker.js') {
			answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(worker);
			return;
		}
		const { method, url: path, headers } = asked;
		const onward = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
			answer.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(answer);
		});
		onward.on('error', () => answer.destroy());
		answer.on('close', () => onward.destroy());
		asked.pipe(onward);
	});
	await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
	const address = front.address();
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		end: () => {
			front.closeAllConnections();
			front.close();
		}
	};
}
