import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
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
