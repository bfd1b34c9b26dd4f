// The one prerendered page: the worker answers every navigation with it, also without network.
export const prerender = true;
