import { matchMaker } from '@colyseus/core';
import { newGuest, sit } from '../../helpers/players.ts';
import { type ServerUnderTest, startServer, untilAway } from '../../helpers/serverUnderTest.ts';
import { received } from '../../helpers/wire.ts';

/** What was left after many games in one process. */
export type LeakReport = {
  readonly games: number;
  /** MB of heap in use after half of the games and after all of them, garbage collected; null where it can't be. */
  readonly heap: readonly [number, number] | null;
  /** Rooms, plans of the server's clock, and sockets and other resources beyond those before the first game. */
  readonly rooms: number;
  readonly plans: number;
  readonly resources: number;
};

const STEP_MS = 5000;
const PUT_AWAY_MS = 300_000;

const collected = (): number | null => {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
};

/** What keeps a process alive or waits in it, but for single moments such as files being read. */
const resources = (): number =>
  process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Message/.test(name)).length;

/** One person against two bots: comes, speaks, drops out in the middle, comes back, sees the end, leaves. */
const playOne = async (server: ServerUnderTest, i: number): Promise<void> => {
  const guest = await newGuest(server.api, `Guest ${i}`);
  const body = { timeControl: 'blitz', seats: { KR: 'bot:random', CN: 'bot:random' } };
  const { code } = (await server.api('POST', '/api/tables', { token: guest.token, body })).body;
  const first = await sit(server.url, guest, code, 'US');
  await first.until(() => first.view().round === 1);
  await first.act({ type: 'speak', to: 'all', text: 'hello', pledge: null });
  await first.leave();
  await untilAway(server, code, 'US');
  const back = await sit(server.url, guest, code);
  while ((await server.facts(code)).phase !== 'ended') await server.clock.advance(STEP_MS);
  await back.until(() => back.view().phase === 'ended');
  await back.leave();
  await untilAway(server, code, 'US');
  received.clear();
};

const settle = async (server: ServerUnderTest): Promise<void> => {
  await server.clock.advance(PUT_AWAY_MS);
  while ((await matchMaker.query({})).length > 0) await new Promise((resolve) => setImmediate(resolve));
};

/** Plays games one after the other at a server in this process and looks at what is left of them. */
export const leakTrial = async (games: number, progress?: (game: number) => void): Promise<LeakReport> => {
  const server = await startServer();
  try {
    await playOne(server, 0);
    await settle(server);
    const before = { plans: server.clock.plans(), resources: resources() };
    const heap: number[] = [];
    for (let game = 1; game <= games; game++) {
      await playOne(server, game);
      progress?.(game);
      if (game !== Math.ceil(games / 2) && game !== games) continue;
      await settle(server);
      const mb = collected();
      if (mb !== null) heap.push(mb);
    }
    return {
      games,
      heap: heap.length === 2 ? [heap[0] ?? 0, heap[1] ?? 0] : null,
      rooms: (await matchMaker.query({})).length,
      plans: server.clock.plans() - before.plans,
      resources: resources() - before.resources,
    };
  } finally {
    await server.close();
  }
};
