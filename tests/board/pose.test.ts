import { test } from '@fast-check/vitest';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Mark } from '../../client/board/mark.ts';
import { pose } from '../../client/board/pose.ts';
import { aprilModel, crowdedModel } from './fixture.ts';
import { anyLayout, knownLayouts } from './sizes.ts';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

const isSound = ({ x, y, scaleX, scaleY, turn, alpha, tint }: Mark): boolean =>
  [x, y, scaleX, scaleY, turn].every(Number.isFinite) &&
  alpha >= 0 &&
  alpha <= 1 &&
  tint >= 0 &&
  tint <= 0xffffff;

const models = [frozen(structuredClone(aprilModel)), frozen(structuredClone(crowdedModel))];
const time = fc.double({ min: 0, max: 600_000, noNaN: true });

describe('pose', () => {
  test.prop([anyLayout, time, fc.constantFrom(...models)])('is pure and sound', (layout, t, model) => {
    const first = pose(model, layout, t);
    expect(pose(model, layout, t)).toEqual(first);
    expect([...first.below, ...first.above].filter((mark) => !isSound(mark))).toEqual([]);
    for (const ribbon of first.ribbons) {
      expect(ribbon.dash).toBeGreaterThanOrEqual(0);
      expect(ribbon.dash).toBeLessThan(1);
    }
  });

  test.prop([fc.constantFrom(...knownLayouts), time, fc.constantFrom(...models)])(
    'moves without jumps: in a millisecond nothing in sight goes a pixel',
    (layout, t, model) => {
      const [before, after] = [pose(model, layout, t).above, pose(model, layout, t + 1).above];
      expect(after).toHaveLength(before.length);
      before.forEach((mark, i) => {
        const next = after[i];
        expect(next.art).toBe(mark.art);
        if (Math.min(mark.alpha, next.alpha) < 0.05) return;
        expect(Math.hypot(next.x - mark.x, next.y - mark.y)).toBeLessThan(1);
        expect(Math.abs(next.alpha - mark.alpha)).toBeLessThan(0.05);
      });
    },
  );

  test('shows the number of every wall, the names of the capitals and every sheet once', () => {
    for (const layout of knownLayouts) {
      const arts = pose(crowdedModel, layout, 0).above.map((mark) => mark.art);
      expect(arts.filter((art) => art.startsWith('pill:'))).toHaveLength(4);
      expect(arts.filter((art) => art.startsWith('label:'))).toHaveLength(3);
      expect(arts.filter((art) => art.startsWith('sheet:') || art.startsWith('scroll:'))).toHaveLength(12);
    }
  });

  test('draws a sealed sheet unlike an open one', () => {
    const [layout] = knownLayouts;
    const artsOf = (sealed: boolean) =>
      pose({ ...aprilModel, sheets: aprilModel.sheets.map((sheet) => ({ ...sheet, sealed })) }, layout, 0)
        .above.map((mark) => mark.art)
        .filter((art) => art.startsWith('sheet:'));
    expect(artsOf(true)).not.toEqual(artsOf(false));
  });
});
