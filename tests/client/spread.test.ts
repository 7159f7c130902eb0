import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { setApart } from '../../client/charts/apart.ts';
import { spread } from '../../client/charts/spread.ts';

test.prop([fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 10 })])(
  'names at the ends of lines never cover each other, stay in the chart and keep their order',
  (wanted) => {
    const placed = spread(wanted, 14, [20, 240]);
    const order = wanted.map((_, i) => i).sort((one, other) => wanted[one]! - wanted[other]!);
    const inOrder = order.map((i) => placed[i]!);
    for (const [i, place] of inOrder.entries()) {
      expect(place).toBeGreaterThanOrEqual(20);
      expect(place).toBeLessThanOrEqual(240);
      if (i > 0) expect(place - inOrder[i - 1]!).toBeGreaterThanOrEqual(14 - 1e-9);
    }
  },
);

test('marks in the same place are set apart, one of them stays, and lone ones are left alone', () => {
  const places = [...Array.from({ length: 10 }, () => ({ x: 50, y: 50 })), { x: 200, y: 20 }];
  const shown = setApart(places, 19);
  expect([shown[0], shown.at(-1)]).toEqual([places[0], places.at(-1)]);
  for (const [i, one] of shown.entries())
    for (const other of shown.slice(i + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(18.9);
  for (const { x, y } of shown.slice(0, 10)) expect(Math.hypot(x - 50, y - 50)).toBeLessThan(40);
});
