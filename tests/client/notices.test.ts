import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announceEvents, earlier, hold, letGo, notices, notify } from '../../client/notices.ts';
import type { Event } from '../../shared/engine/events.ts';
import type { View } from '../../shared/engine/view.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('stays for five seconds at least, as long as somebody is at it, and then goes', () => {
  notify('A word');
  vi.advanceTimersByTime(5000);
  expect(notices.value.map(({ text }) => text)).toEqual(['A word']);
  hold();
  vi.advanceTimersByTime(60_000);
  expect(notices.value).toHaveLength(1);
  letGo();
  vi.advanceTimersByTime(10_000);
  expect(notices.value).toEqual([]);
  expect(earlier.value.map(({ text }) => text)).toEqual(['A word']);
});

it('leaves the page of the end free of what the record tells', () => {
  const watcher = { own: null } as View;
  const signed = { kind: 'treatySigned', treaty: { parties: ['US', 'KR'] } } as unknown as Event;
  announceEvents([signed], watcher);
  expect(notices.value).toHaveLength(1);
  notify('The line is back');
  announceEvents([signed, { kind: 'gameEnded' } as unknown as Event], watcher);
  expect(notices.value.map(({ text }) => text)).toEqual(['The line is back']);
});
