import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { receive, serverNow } from '../../client/store.ts';
import { openGame } from '../helpers/game.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const SERVER = Date.UTC(2025, 3, 9, 12);
const HOUR = 3_600_000;
const MOST = 250;

it.each([-HOUR, 0, HOUR])(
  'knows the server’s time though its own clock is %i ms off, and is set meanwhile',
  (off) => {
    vi.setSystemTime(SERVER + off);
    receive({ seq: 1, serverNow: SERVER, view: openGame().table.viewOf('KR'), events: [] });
    expect(Math.abs(serverNow() - SERVER)).toBeLessThanOrEqual(MOST);
    vi.setSystemTime(SERVER - off);
    vi.advanceTimersByTime(5000);
    expect(Math.abs(serverNow() - (SERVER + 5000))).toBeLessThanOrEqual(MOST);
  },
);
