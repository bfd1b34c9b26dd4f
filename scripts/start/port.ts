import { createServer } from 'node:net';
import { Refusal } from './refusal.ts';

/** Said before anything is built or started, which can take half a minute. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => reject(new Refusal(portProblem(error, host, port))));
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}

function portProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
	if (code === 'EADDRINUSE') return `port ${port} is taken. Set another one: PORT=${port + 1} npm start`;
	if (code === 'EACCES') return `port ${port} needs more rights. Use a port from 1024 up: PORT=3000 npm start`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		return `HOST is "${host}", which is no address of this machine.`;
	return message;
}
