import { expect, it } from 'vitest';
import { boxOf } from './photo-cover.ts';

it('takes two corners in any order and stays inside the picture', () => {
	expect(boxOf(80, 90, -5, 10, 100, 60)).toEqual({ x: 0, y: 10, width: 80, height: 50 });
	expect(boxOf(10, 10, 10, 10, 100, 60)).toEqual({ x: 10, y: 10, width: 0, height: 0 });
});
