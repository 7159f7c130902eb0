import { describe, expect, test } from 'vitest';
import type { BoardEvent } from '../../client/board/event.ts';
import type { BoardModel } from '../../client/board/model.ts';
import { cut, modelAt, openTimeline, poseAt, reacted, shown } from '../../client/board/timeline.ts';
import { aprilModel, crowdedModel, sampleEvents } from './fixture.ts';
import { knownLayouts } from './sizes.ts';

const LATER = 60_000;
const rateOf = (model: BoardModel): number =>
  model.walls.find((wall) => wall.key === 'us-cn-tariff')?.rate ?? -1;
const withRate = (rate: number): BoardModel => ({
  ...aprilModel,
  walls: aprilModel.walls.map((wall) => (wall.key === 'us-cn-tariff' ? { ...wall, rate } : wall)),
});
const wallEvent = (from: number, to: number): BoardEvent => ({
  kind: 'wallMoved',
  key: 'us-cn-tariff',
  importer: 'US',
  exporter: 'CN',
  from,
  to,
});

describe('timeline', () => {
  test('shows a new situation by and by, from the old one to exactly the new one', () => {
    const timeline = shown(openTimeline(aprilModel), crowdedModel, 1000);
    expect(rateOf(modelAt(timeline, 1000))).toBeCloseTo(145);
    const half = rateOf(modelAt(timeline, 1450));
    expect(half).toBeLessThan(145);
    expect(half).toBeGreaterThan(30);
    expect(modelAt(timeline, LATER)).toEqual(crowdedModel);
  });

  test('a situation shown in the middle of a change starts from what is seen', () => {
    const first = shown(openTimeline(withRate(0)), withRate(100), 0);
    const seen = rateOf(modelAt(first, 450));
    const second = shown(first, withRate(50), 450);
    expect(rateOf(modelAt(second, 450))).toBeCloseTo(seen);
    expect(rateOf(modelAt(second, LATER))).toBe(50);
  });

  test('cuts at once when motion is not wanted', () => {
    expect(modelAt(cut(openTimeline(aprilModel), crowdedModel), 0)).toEqual(crowdedModel);
  });

  test('a wall waits for its event, moves with it, and then stands', () => {
    let timeline = shown(openTimeline(withRate(30)), withRate(145), 0);
    timeline = reacted(timeline, sampleEvents[0], 0);
    timeline = reacted(timeline, wallEvent(30, 145), 0);
    const [, wall] = timeline.played;
    expect(rateOf(modelAt(timeline, wall.start))).toBeCloseTo(30);
    const middle = rateOf(modelAt(timeline, wall.start + wall.length * 0.4));
    expect(middle).toBeGreaterThan(30);
    expect(middle).toBeLessThan(145);
    expect(rateOf(modelAt(timeline, wall.start + wall.length))).toBe(145);
  });

  test('a newer situation wins over an event that waits', () => {
    let timeline = shown(openTimeline(withRate(30)), withRate(145), 0);
    timeline = reacted(timeline, sampleEvents[0], 0);
    timeline = reacted(timeline, wallEvent(30, 145), 0);
    timeline = shown(timeline, withRate(10), 100);
    expect(rateOf(modelAt(timeline, 1200))).toBe(10);
  });

  test('plays events in their order, and hurries when many wait', () => {
    let timeline = openTimeline(aprilModel);
    for (let i = 0; i < 20; i++) timeline = reacted(timeline, sampleEvents[i % sampleEvents.length], 0);
    const starts = timeline.played.map((played) => played.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const last = timeline.played[19];
    expect(last.start + last.length).toBeLessThan(20_000);
  });

  test('a tabled sheet is not lying there before it has flown', () => {
    const [layout] = knownLayouts;
    const sheets = (time: number) =>
      poseAt(timeline, layout, time).above.filter((mark) => mark.art.startsWith('sheet:')).length;
    const timeline = reacted(openTimeline(aprilModel), sampleEvents[0], 0);
    expect(sheets(400)).toBe(1);
    expect(sheets(LATER)).toBe(1);
    expect(modelAt(timeline, 400).sheets).toEqual([]);
  });

  test('forgets what is over', () => {
    let timeline = reacted(openTimeline(aprilModel), sampleEvents[0], 0);
    timeline = reacted(timeline, sampleEvents[1], LATER);
    expect(timeline.played).toHaveLength(1);
    expect(shown(timeline, aprilModel, 2 * LATER).played).toEqual([]);
  });
});
