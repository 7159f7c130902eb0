import { test } from '@fast-check/vitest';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { animationOf } from '../../client/board/animations/animationOf.ts';
import { placeOf } from '../../client/board/sheets.ts';
import { poseOf } from '../../client/board/timeline.ts';
import { aprilModel, sampleEvents } from './fixture.ts';
import { anyLayout, knownLayouts } from './sizes.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('animations', () => {
  test.prop([fc.constantFrom(...sampleEvents), anyLayout, share])(
    'are pure and sound',
    (event, layout, t) => {
      const marks = poseOf(event, aprilModel, layout, t);
      expect(poseOf(event, aprilModel, layout, t)).toEqual(marks);
      for (const mark of marks) {
        for (const figure of [mark.x, mark.y, mark.scaleX, mark.scaleY, mark.turn])
          expect(figure).toSatisfy(Number.isFinite);
        expect(mark.alpha).toBeGreaterThanOrEqual(0);
        expect(mark.alpha).toBeLessThanOrEqual(1);
        expect(mark.tint).toBeGreaterThanOrEqual(0);
        expect(mark.tint).toBeLessThanOrEqual(0xffffff);
      }
    },
  );

  test('can be seen, and last between half a second and five', () => {
    for (const event of sampleEvents) {
      const seen = [0.2, 0.4, 0.6].flatMap((t) => poseOf(event, aprilModel, knownLayouts[3], t));
      expect(seen.filter((mark) => mark.alpha > 0.1).length, event.kind).toBeGreaterThan(0);
      expect(animationOf(event).length).toBeGreaterThan(500);
      expect(animationOf(event).length).toBeLessThan(5000);
    }
  });

  test('leave nothing behind that the situation does not show', () => {
    const resting = new Set(['tabled', 'countered', 'signed']);
    for (const event of sampleEvents.filter(({ kind }) => !resting.has(kind))) {
      const left = poseOf(event, aprilModel, knownLayouts[3], 1).filter((mark) => mark.alpha > 0.05);
      expect(left, event.kind).toEqual([]);
    }
  });

  test('land a tabled sheet exactly where it then rests', () => {
    const event = sampleEvents[0];
    if (event.kind !== 'tabled') throw new Error('the first sample is a tabling');
    for (const layout of knownLayouts) {
      const place = placeOf(layout, event.sheet, aprilModel.sheets);
      const landed = poseOf(event, aprilModel, layout, 1).find((mark) => mark.art.startsWith('sheet:'));
      expect(landed?.x).toBeCloseTo(place.x, 3);
      expect(landed?.y).toBeCloseTo(place.y, 3);
      expect(landed?.scaleX).toBeCloseTo(place.scale, 3);
    }
  });
});
