import type { Component } from 'svelte';

/** An icon as `@lucide/svelte/icons/…` exports it, handed to a component that places it. */
export type Icon = Component<{ class?: string }>;
