import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { earlier, hold, letGo, notices, notify } from '../../client/notices.ts';

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
