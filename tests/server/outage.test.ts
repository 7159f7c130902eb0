import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeLost } from '../../server/rooms/roundClock.ts';
import type { State } from '../../shared/engine/state.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const LEAST_LEFT = 10_000;
const DAY = 86_400_000;
const NOW = 1_750_000_000_000;

const playing = (endsAt: number | null, left: number | null): State =>
  ({ phase: 'negotiation', pause: null, clock: { endsAt, left } }) as unknown as State;

property.prop({
  served: fc.integer({ min: 0, max: 7 * DAY }),
  away: fc.integer({ min: 0, max: 7 * DAY }),
  left: fc.integer({ min: -5000, max: DAY }),
})(
  'R4: whoever had time left has as much when the server is back, and ten seconds at least',
  ({ served, away, left }) => {
    const lastServed = NOW + served;
    const now = lastServed + away;
    const endsAt = lastServed + left;
    const given = timeLost(playing(endsAt, null), lastServed, now);
    expect(endsAt + given - now).toBe(Math.max(LEAST_LEFT, left));
  },
);

property.prop({ away: fc.nat(DAY), left: fc.nat(DAY) })(
  'R4: a clock that stood still is given nothing but what makes ten seconds',
  ({ away, left }) => {
    expect(left + timeLost(playing(null, left), NOW, NOW + away)).toBe(Math.max(LEAST_LEFT, left));
  },
);

let server: ServerUnderTest;
let ann: TestGuest;

beforeAll(async () => {
  server = await startServer({ HEARTBEAT_MS: '250' });
  ann = await newGuest(server.api, 'Ann');
});
afterAll(() => server.close());

test.each([1000, 10_000, 60_000])(
  'R4: a server that was away for %i ms costs nobody more than 250 ms, and no phase ends meanwhile',
  async (away) => {
    const seats = { KR: 'bot:trader', CN: 'bot:trader' };
    const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body: { seats } })).body;
    const before = await sit(server.url, ann, code);
    await before.until(() => before.view().round === 1);
    await server.clock.advance(1337);
    const { phase, round, clock } = before.view();
    const left = clock.endsAt! - server.clock.now();
    await server.restart(away);
    const after = await sit(server.url, ann, code);
    const gained = after.view().clock.endsAt! - server.clock.now() - left;
    process.stdout.write(`Away for ${away} ms: the clock was off by ${gained} ms.\n`);
    expect(Math.abs(gained)).toBeLessThanOrEqual(250);
    expect([after.view().phase, after.view().round]).toEqual([phase, round]);
    await after.leave();
  },
);
