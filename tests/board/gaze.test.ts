import { describe, expect, test } from 'vitest';
import { LEAD_MS, WHOLE } from '../../client/board/gaze.ts';
import { gazeOn, gripped, openTimeline, reacted, shown } from '../../client/board/timeline.ts';
import { aprilModel, crowdedModel, sampleEvents } from './fixture.ts';
import { knownLayouts } from './sizes.ts';

const sample = (kind: string) => sampleEvents.find((event) => event.kind === kind)!;
const LEADING = ['signed', 'wallMoved', 'barrierMoved', 'newsRevealed'];

describe.each(knownLayouts)('the view of a board of $width x $height', (layout) => {
  test.each(LEADING)('%s leads the eye a little and back, and never beyond the edge', (kind) => {
    const timeline = reacted(openTimeline(crowdedModel), sample(kind), 1000);
    let closest = 1;
    for (let t = 900; t <= 1100 + LEAD_MS; t += 20) {
      const { x, y, zoom } = gazeOn(timeline, layout, t);
      closest = Math.max(closest, zoom);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + layout.width / zoom).toBeLessThanOrEqual(layout.width + 1e-9);
      expect(y + layout.height / zoom).toBeLessThanOrEqual(layout.height + 1e-9);
    }
    expect(closest).toBeGreaterThan(1.05);
    expect(closest).toBeLessThan(1.2);
    expect(gazeOn(timeline, layout, 1000)).toEqual(WHOLE);
    expect(gazeOn(timeline, layout, 1000 + LEAD_MS)).toEqual(WHOLE);
  });
});

test('from frame to frame the view moves by little, also under a hand that comes and goes', () => {
  const layout = knownLayouts[3]!;
  let timeline = reacted(openTimeline(crowdedModel), sample('newsRevealed'), 0);
  let last = WHOLE;
  for (let t = 0; t <= LEAD_MS + 500; t += 16) {
    if (t === 800) timeline = gripped(timeline, true, t);
    if (t === 1200) timeline = gripped(timeline, false, t);
    const next = gazeOn(timeline, layout, t);
    expect(Math.abs(next.zoom - last.zoom)).toBeLessThan(0.02);
    expect(Math.hypot(next.x - last.x, next.y - last.y)).toBeLessThan(14);
    last = next;
  }
  expect(gazeOn(gripped(timeline, true, 800), layout, 1100)).toEqual(WHOLE);
});

test('while somebody points at the board nothing moves under their hand', () => {
  const layout = knownLayouts[3]!;
  const held = gripped(openTimeline(aprilModel), true, 0);
  const timeline = reacted(held, sample('signed'), 1000);
  for (let t = 1000; t < 1000 + LEAD_MS; t += 50) expect(gazeOn(timeline, layout, t)).toEqual(WHOLE);
});

test('of many events the eye is led to one at a time; a new situation does not lose it', () => {
  let timeline = openTimeline(crowdedModel);
  for (const kind of [...LEADING, 'spoken']) timeline = reacted(timeline, sample(kind), 0);
  timeline = shown(timeline, aprilModel, 100);
  expect(timeline.leads[0]).toEqual({ event: sample('signed'), start: 0 });
  expect(timeline.leads.length).toBeGreaterThan(1);
  const starts = timeline.leads.map(({ start }) => start);
  for (const [i, start] of starts.entries())
    if (i > 0) expect(start - starts[i - 1]!).toBeGreaterThanOrEqual(LEAD_MS);
  expect(reacted(timeline, sample('spoken'), 60_000).leads).toEqual([]);
});
