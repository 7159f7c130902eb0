import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { distance } from '../../client/board/curve.ts';
import { clearance, layoutOf } from '../../client/board/layout.ts';
import { SEATS } from '../../shared/seats.ts';
import { anyLayout, anySize, knownLayouts } from './sizes.ts';

describe('layout', () => {
  test.prop([anySize])('keeps every medallion and name inside the box', (size) => {
    const layout = layoutOf(size);
    expect(clearance(layout)).toBeGreaterThanOrEqual(0);
    for (const seat of SEATS) {
      const { x, y } = layout.labels[seat];
      expect(x - 50 * layout.unit).toBeGreaterThanOrEqual(0);
      expect(x + 50 * layout.unit).toBeLessThanOrEqual(layout.width);
      expect(y - 20 * layout.unit).toBeGreaterThanOrEqual(0);
      expect(y + 20 * layout.unit).toBeLessThanOrEqual(layout.height);
    }
  });

  test.prop([anyLayout])('never lets two medallions touch', (layout) => {
    const { US, KR, CN } = layout.medallions;
    for (const [a, b] of [
      [US, KR],
      [KR, CN],
      [US, CN],
    ])
      expect(distance(a, b)).toBeGreaterThan(2.15 * layout.radius);
  });

  test('covers the whole box with map on the screens it was made for', () => {
    const pictures = { wide: [2880, 1960], tall: [1500, 1560] } as const;
    for (const layout of knownLayouts) {
      const [width, height] = pictures[layout.shape];
      expect(layout.map.x).toBeLessThanOrEqual(0);
      expect(layout.map.y).toBeLessThanOrEqual(0);
      expect(layout.map.x + width * layout.map.scale).toBeGreaterThanOrEqual(layout.width - 1);
      expect(layout.map.y + height * layout.map.scale).toBeGreaterThanOrEqual(layout.height - 1);
    }
  });

  test('shows Beijing left of Seoul left of Washington', () => {
    for (const { medallions } of knownLayouts) {
      expect(medallions.CN.x).toBeLessThan(medallions.KR.x);
      expect(medallions.KR.x).toBeLessThan(medallions.US.x);
    }
  });
});
