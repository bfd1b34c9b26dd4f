import { createHandlerBoundToURL } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Every page is the same empty page, drawn on the device. The server's own addresses are left alone. */
export function answerPages() {
	registerRoute(new NavigationRoute(createHandlerBoundToURL('/shell'), { denylist: [/^\/api\//, /^\/health/] }));
}
