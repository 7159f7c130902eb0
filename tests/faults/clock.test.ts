import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import { receive, serverNow } from '../../client/store.ts';
import type { Update } from '../../shared/protocol.ts';
import { openGame } from '../helpers/game.ts';
import { apiOf, newGuest, type Player, sit } from '../helpers/players.ts';
import { figure } from './figure.ts';
import { endSupervised, superviseOn } from './nemesis/supervised.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-clock-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a count-down may be off by. */
const CLOSE = 250;

/** What the server says is left of the phase, and when it was asked, on a clock that nobody sets. */
const left = async (player: Player): Promise<{ readonly ms: number; readonly at: number }> => {
  const heard = player.updates.length;
  // Readiness is allowed at any time, and answered by an update to everybody.
  await player.act({ type: 'ready', ready: player.view().own?.ready !== true });
  await player.until(() => player.updates.length > heard);
  const { view, serverNow: now } = player.updates.at(-1)!;
  return { ms: view.clock.endsAt! - now, at: performance.now() };
};

figure(
  'R19',
  "the server's clock is set by five minutes: no phase ends early or late for it",
  { ci: 2, full: 6 },
  async ({ size, chance, show }) => {
    const offsetFile = join(folder, 'offset');
    const step = (ms: number): void => writeFileSync(offsetFile, String(ms));
    step(0);
    const server = await superviseOn({
      DATA_DIR: join(folder, 'stepped'),
      CLOCK_OFFSET_FILE: offsetFile,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'nemesis/preload/steppedClock.ts')}`,
      BOT_DELAY_MS: '600000',
      GRACE_MS: '3600000',
    });
    await server.listening(1);
    const api = apiOf(server.url);
    const ann = await newGuest(api, 'Ann');
    const body = { timeControl: 'standard', seats: { KR: 'bot:random', CN: 'bot:random' } };
    const { code } = (await api('POST', '/api/tables', { token: ann.token, body })).body;
    let player = await sit(server.url, ann, code, 'US');
    await player.until(() => player.view().round === 1);
    const first = await left(player);
    let offset = 0;
    for (let i = 0; i < size; i++) {
      offset += chance.pick([-5, 5]) * MINUTE;
      step(offset);
      const now = await left(player);
      expect(player.view()).toMatchObject({ phase: 'negotiation', round: 1 });
      const error = Math.abs(first.ms - now.ms - (now.at - first.at));
      expect(error).toBeLessThan(CLOSE * 5);
      show({ what: 'count-down off after a step', value: error, unit: 'ms', target: CLOSE });
    }
    // Set while the server is away: time may be given, never taken.
    const before = await left(player);
    step(offset + 5 * MINUTE);
    player.room.reconnection.enabled = false;
    await server.kill();
    player = await sit(server.url, ann, code);
    expect(player.view()).toMatchObject({ phase: 'negotiation', round: 1 });
    const after = await left(player);
    const taken = before.ms - after.ms - (after.at - before.at);
    expect(taken).toBeLessThan(CLOSE);
    await player.leave();
    expect((await server.stop()).code).toBe(0);
  },
);

figure(
  'R19',
  "a browser's clock that is a day wrong, or is set, does not move the count-down",
  { ci: 20, full: 200 },
  ({ size, chance }) => {
    const { table } = openGame();
    const real = Date.now.bind(Date);
    const browser = vi.spyOn(Date, 'now');
    try {
      for (let i = 0; i < size; i++) {
        const skew = chance.whole(-24 * HOUR, 24 * HOUR);
        browser.mockImplementation(() => real() + skew);
        const now = chance.whole(0, 1e12);
        const update: Update = { ...table.welcome('US', now), serverNow: now };
        receive(update);
        browser.mockImplementation(() => real() - skew);
        expect(Math.abs(serverNow() - now)).toBeLessThan(CLOSE);
      }
    } finally {
      browser.mockRestore();
    }
  },
);
