import { expect, it } from 'vitest';
import { installWay } from './install-way.ts';

const browser = (userAgent: string, maxTouchPoints = 5) => ({ userAgent, maxTouchPoints });
const none = { isInstalled: false, isOffered: false };

it('tells the way of each browser', () => {
	expect(installWay(none, browser('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari'))).toBe('share');
	expect(installWay(none, browser('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari'))).toBe('share');
	expect(installWay(none, browser('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari', 0))).toBe('menu');
	expect(installWay(none, browser('Mozilla/5.0 (Android 14; Mobile) Firefox'))).toBe('menu');
	expect(installWay({ ...none, isOffered: true }, browser('Chrome'))).toBe('offer');
	expect(installWay({ isInstalled: true, isOffered: true }, browser('iPhone'))).toBe('done');
});
