import type { FirstData } from '#lib/server/boot.ts';

// What a database gets at every start, in this order; each step changes nothing when it is there already.
export const firstData: FirstData[] = [];
