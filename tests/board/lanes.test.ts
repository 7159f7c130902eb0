import { test } from '@fast-check/vitest';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { cargoCount, shareOut } from '../../client/board/cargo.ts';
import { distance } from '../../client/board/curve.ts';
import { arcWidth, lanesOf } from '../../client/board/lanes.ts';
import type { Flow } from '../../client/board/model.ts';
import { aprilModel } from './fixture.ts';
import { anyLayout, knownLayouts } from './sizes.ts';

const volume = fc.double({ min: 0.01, max: 900, noNaN: true });

describe('arcs', () => {
  test.prop([volume, volume])('are wider for more trade', (a, b) => {
    if (Math.abs(a - b) < 1e-6) return;
    expect(arcWidth(Math.max(a, b))).toBeGreaterThan(arcWidth(Math.min(a, b)));
  });

  test('tell 5 bn from 20, 20 from 100 and 100 from 450 by at least a pixel and a half, and stay under twenty', () => {
    const widths = [5, 20, 100, 450].map(arcWidth);
    for (let i = 1; i < widths.length; i++) expect(widths[i] - widths[i - 1]).toBeGreaterThan(1.5);
    expect(widths[3]).toBeLessThan(20);
    expect(arcWidth(0)).toBe(0);
  });

  test.prop([anyLayout, fc.array(volume, { minLength: 14, maxLength: 14 })])(
    'carry every stream exactly once',
    (layout, values) => {
      const flows = aprilModel.flows.map((flow, i): Flow => ({ ...flow, value: values[i] }));
      const carried = lanesOf({ ...aprilModel, flows }, layout).flatMap((lane) => lane.flows);
      expect(carried).toHaveLength(flows.length);
      expect(new Set(carried).size).toBe(flows.length);
    },
  );

  test.prop([anyLayout])('run from rim to rim', (layout) => {
    for (const { curve, from, to } of lanesOf(aprilModel, layout)) {
      const rim = layout.radius + 3 * layout.unit;
      expect(distance(curve.points[0], layout.medallions[from])).toBeCloseTo(rim, 3);
      expect(distance(curve.points[curve.points.length - 1], layout.medallions[to])).toBeCloseTo(rim, 3);
    }
  });

  test('keep their place when another stream appears', () => {
    for (const layout of knownLayouts) {
      const fewer = lanesOf({ ...aprilModel, flows: aprilModel.flows.slice(0, 4) }, layout);
      const all = lanesOf(aprilModel, layout);
      for (const lane of fewer)
        expect(all.find((other) => other.key === lane.key)?.curve).toEqual(lane.curve);
    }
  });
});

describe('cargo', () => {
  const flowsOf = (values: readonly number[]): readonly Flow[] =>
    (['goods', 'chips', 'energy', 'investment'] as const).map((kind, i) => ({
      from: 'KR',
      to: 'US',
      kind,
      value: values[i],
      base: 0,
    }));

  test.prop([fc.array(volume, { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 5 })])(
    'is shared out by volume, to the last piece',
    (values, count) => {
      const flows = flowsOf(values);
      const total = values.reduce((sum, value) => sum + value, 0);
      const pieces = shareOut(flows, count);
      expect(pieces).toHaveLength(count);
      for (const flow of flows) {
        const share = pieces.filter((piece) => piece === flow).length;
        expect(Math.abs(share - (flow.value / total) * count)).toBeLessThan(1);
      }
    },
  );

  test('is not loaded where nothing flows, and never crowds an arc', () => {
    expect(shareOut(flowsOf([0, 0, 0, 0]), 3)).toEqual([]);
    for (const layout of knownLayouts)
      for (const { curve } of lanesOf(aprilModel, layout))
        expect(cargoCount(curve.length, layout) * 50 * layout.unit).toBeLessThan(Math.max(curve.length, 60));
  });
});
