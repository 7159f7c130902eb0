import { test } from '@fast-check/vitest';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Wall } from '../../client/board/model.ts';
import {
  coursesFor,
  rampartMarks,
  rampartsOf,
  rateText,
  reachOf,
  sectorOf,
} from '../../client/board/ramparts.ts';
import { othersOf, SEATS } from '../../shared/seats.ts';
import { aprilModel, crowdedModel } from './fixture.ts';
import { anyLayout, knownLayouts } from './sizes.ts';

const wall = (rate: number): Wall => ({ key: 'w', importer: 'US', exporter: 'CN', rate });

describe('walls', () => {
  test.prop([fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true })])(
    'are never lower for a higher tariff',
    (a, b) => {
      expect(coursesFor(Math.max(a, b))).toBeGreaterThanOrEqual(coursesFor(Math.min(a, b)));
    },
  );

  test('have no course at 0, two at 10 %, three at 25 %, eight at 145 %', () => {
    expect([0, 10, 25, 145].map((rate) => Math.floor(coursesFor(rate)))).toEqual([0, 2, 3, 8]);
  });

  test('take more bricks the higher they are, none when down, and are whole when at rest', () => {
    for (const layout of knownLayouts) {
      const bricks = [0, 10, 15, 20, 25, 30, 34, 50, 54, 125, 145].map((rate) =>
        rampartMarks(layout, [wall(rate)]),
      );
      expect(bricks[0]).toEqual([]);
      for (let i = 1; i < bricks.length; i++) {
        expect(bricks[i].length).toBeGreaterThanOrEqual(bricks[i - 1].length);
        for (const brick of bricks[i]) expect(brick.alpha).toBe(1);
      }
      expect(bricks[10].length).toBeGreaterThan(4 * bricks[1].length);
    }
  });

  test.prop([anyLayout])('of one importer never overlap', (layout) => {
    for (const importer of SEATS) {
      const [a, b] = othersOf(importer).map((exporter) => sectorOf(layout, importer, exporter));
      const apart = Math.abs((a.from + a.to) / 2 - (b.from + b.to) / 2) % (Math.PI * 2);
      const halves = (a.to - a.from + b.to - b.from) / 2;
      expect(Math.min(apart, Math.PI * 2 - apart)).toBeGreaterThanOrEqual(halves - 1e-9);
    }
  });

  test('keep all bricks within the reach at which arcs end', () => {
    for (const layout of knownLayouts)
      for (const walls of rampartsOf(crowdedModel)) {
        const { importer, exporter } = walls[0];
        const centre = layout.medallions[importer];
        const reach = reachOf(layout, crowdedModel.walls, importer, exporter);
        for (const { x, y } of rampartMarks(layout, walls))
          expect(Math.hypot(x - centre.x, y - centre.y)).toBeLessThanOrEqual(reach + 8 * layout.unit);
      }
  });

  test('show one rate, or the span of several, without those that are down', () => {
    const texts = rampartsOf(aprilModel).map(rateText);
    expect(texts).toEqual(['145%', '125%', '10–25%']);
  });
});
