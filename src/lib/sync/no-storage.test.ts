import { expect, it } from 'vitest';
import { NewerDatabase, StorageTimeout } from './guard.ts';
import { whyNoStorage } from './no-storage.ts';

const named = (name: string, message = name) => Object.assign(new Error(message), { name });

it.each([
	['blocked', new ReferenceError('indexedDB is not defined')],
	['blocked', named('SecurityError')],
	['full', named('QuotaExceededError')],
	['full', named('DataError', 'Failed to write blobs (IOError)')],
	['silent', named('DataError', 'The key is no key')],
	['newer', new NewerDatabase('athand-device')],
	['silent', new StorageTimeout('no answer')],
	['silent', named('UnknownError')]
] as const)('tells a storage that is %s', (why, error) => expect(whyNoStorage(error)).toBe(why));
