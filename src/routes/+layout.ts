// Every page is drawn on the device, from the device's own copy: the server sends the same empty page for all.
export const ssr = false;
