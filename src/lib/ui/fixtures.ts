import { createRawSnippet } from 'svelte';

/** Plain words as a snippet, for tests. */
export const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
