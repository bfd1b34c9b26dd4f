/** How this browser lets one put Athand on the home screen. */
export type InstallWay = 'offer' | 'share' | 'menu' | 'done';

/**
 * Chromium offers it; Safari on iPhone and iPad knows only its Share menu, elsewhere it is in the browser's menu.
 * An iPad says that it is a Mac; only its touch points tell.
 */
export function installWay(
	{ isInstalled, isOffered }: { isInstalled: boolean; isOffered: boolean },
	{ userAgent, maxTouchPoints }: { userAgent: string; maxTouchPoints: number }
): InstallWay {
	if (isInstalled) return 'done';
	if (isOffered) return 'offer';
	const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
	return apple ? 'share' : 'menu';
}
