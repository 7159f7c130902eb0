import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  announceEvents,
  dismiss,
  earlier,
  forgetNotices,
  hold,
  letGo,
  notices,
  notify,
} from '../../client/notices.ts';
import type { Event } from '../../shared/engine/events.ts';
import type { View } from '../../shared/engine/view.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  forgetNotices();
  vi.useRealTimers();
});

it('stays for five seconds at least, as long as somebody is at it, and then goes', () => {
  notify(() => 'A word');
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
  notify(() => 'The line is back');
  announceEvents([signed, { kind: 'gameEnded' } as unknown as Event], watcher);
  expect(notices.value.map(({ text }) => text)).toEqual(['The line is back']);
});

it('is there once however often it is said; the screen holds three, the list all, the latest first', () => {
  for (const text of ['one', 'two', 'one', 'three', 'four']) notify(() => text);
  expect(notices.value.map(({ text }) => text)).toEqual(['one', 'three', 'four']);
  expect(earlier.value.map(({ text }) => text)).toEqual(['four', 'three', 'one', 'two', 'one']);
  dismiss(notices.value[0]!.key);
  expect(notices.value.map(({ text }) => text)).toEqual(['three', 'four']);
  forgetNotices();
  expect([notices.value, earlier.value]).toEqual([[], []]);
});

it('is worded in the language in use whenever it is read', () => {
  let word = 'one';
  notify(() => word);
  word = '하나';
  expect([notices.value, earlier.value].map(([notice]) => notice!.text)).toEqual(['하나', '하나']);
});
