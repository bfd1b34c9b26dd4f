// Secrets: argon2id for what a person chose, SHA-256 for what we drew at random (256 bits need no slow hash).

import { argon2, createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// OWASP's second setting for argon2id: 19 MiB, 2 passes. About 20 ms here.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const hashLength = 32;

export async function hashSecret(secret: string): Promise<string> {
	const salt = randomBytes(16);
	return written(salt, await digest(secret, salt));
}

/** The same work whether the hash is anybody's or nobody's. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
	const [, memory, passes, salt = '', hash = ''] = stored.split('$');
	const wanted = Buffer.from(hash, 'base64');
	const found = await digest(secret, Buffer.from(salt, 'base64'), Number(memory), Number(passes));
	return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** Compared with when nobody was found, so that the answer takes as long. */
export const nobodysHash = written(randomBytes(16), randomBytes(hashLength));

function written(salt: Buffer, hash: Buffer): string {
	return `argon2id$${cost.memory}$${cost.passes}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

const digest = (secret: string, nonce: Buffer, memory = cost.memory, passes = cost.passes): Promise<Buffer> =>
	// People type Å in two ways; both are the same password.
	derive('argon2id', {
		message: secret.normalize('NFC'),
		nonce,
		parallelism: cost.parallelism,
		tagLength: hashLength,
		memory,
		passes
	});

export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** Six digits for a slip of paper; short-lived, used once. */
export const newOneTimePin = (): string => String(randomInt(1_000_000)).padStart(6, '0');
