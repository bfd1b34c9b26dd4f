/** Where a published photo is fetched. Lists show the small one; the other costs a phone a hundred times as much. */
export const photoAddress = (fileId: string, size: 'full' | 'thumb'): string =>
	`/api/media/${fileId}${size === 'thumb' ? '?size=thumb' : ''}`;
