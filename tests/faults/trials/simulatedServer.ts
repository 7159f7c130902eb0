import { chooseAction } from '../../../server/cli/load/chooseAction.ts';
import { readConfig } from '../../../server/config.ts';
import type { House } from '../../../server/house.ts';
import { isProblem } from '../../../server/http/errorCodes.ts';
import { planTable, TableRequest } from '../../../server/http/tableRequest.ts';
import { openLog } from '../../../server/log.ts';
import type { Connection } from '../../../server/rooms/connection.ts';
import { type OpenTables, openTables } from '../../../server/rooms/openTables.ts';
import type { TableHost } from '../../../server/rooms/tableHost.ts';
import type { Guest } from '../../../server/storage/logStore.ts';
import { openThinkers } from '../../../server/workers/thinkers.ts';
import type { Event } from '../../../shared/engine/events.ts';
import { fold, initialState } from '../../../shared/engine/evolve.ts';
import { brokenAt } from '../../../shared/engine/log.ts';
import type { Reply, Update } from '../../../shared/protocol.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { SEATS, type Seat } from '../../../shared/seats.ts';
import { manualClock } from '../../helpers/manualClock.ts';
import { type Chance, chanceOf } from '../nemesis/chance.ts';
import { judgeLog, type Verdict } from '../nemesis/ledger.ts';
import { type DiskWeather, type MemoryStore, memoryStore, newDisk } from '../nemesis/memoryStore.ts';
import { viewName } from '../nemesis/party.ts';

/** What came of one simulated life of a table. */
export type SimulatedLife = {
  readonly verdict: Verdict;
  /** How the table ended up: settled; or its log was torn, which was found; or, wrongly, neither. */
  readonly end: 'ended' | 'torn' | 'stuck' | 'torn unnoticed';
  /** Phases that the clock ended too early, or within ten seconds of a restart. */
  readonly earlyTicks: number;
  readonly crashes: number;
  readonly steps: number;
};

const LEAST_AFTER_RESTART_MS = 10_000;
const MOST_STEPS_TO_END = 3000;
const MINUTE = 60_000;

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A player as simple as can be: an outbox, and a record of everything that was heard. */
type Client = {
  readonly guest: Guest;
  readonly wish: Seat | 'spectator';
  outbox: { readonly id: string; readonly type: string }[];
  readonly replies: Reply[];
  readonly views: { readonly seq: number; readonly name: number }[];
  story: readonly Event[];
  missed: number;
  latest: Update | null;
  at: { readonly host: TableHost; readonly connection: Connection } | null;
  isComing: boolean;
};

const newClient = (wish: Client['wish'], created: number): Client => ({
  guest: { id: `guest-${wish}`, name: `Guest ${wish}`, created },
  wish,
  outbox: [],
  replies: [],
  views: [],
  story: [],
  missed: 0,
  latest: null,
  at: null,
  isComing: false,
});

type Process = { readonly tables: OpenTables; readonly store: MemoryStore; isAlive: boolean };

/** Lives one table's life on a machine that fails by seed: crashes, slow and failing writes, lost connections, wrong clocks. */
export const simulateLife = async (seed: number, steps = 60): Promise<SimulatedLife> => {
  const chance: Chance = chanceOf(seed, 'simulated life');
  const world = manualClock();
  const disk = newDisk();
  const weather: DiskWeather = { refuses: 0, isDead: false };
  const config = readConfig({ DATA_DIR: 'none', BOT_DELAY_MS: '200', GRACE_MS: '60000' });
  if ('problems' in config) throw new Error(config.problems.join());
  const log = openLog('silent');
  const restarts: { readonly since: number; readonly seq: number }[] = [];
  let offset = 0;

  const start = (): Process => {
    const own = { ...weather, isDead: false };
    const store = memoryStore(disk, own, chance);
    const clock = {
      now: () => world.now() + offset,
      after: (ms: number, run: () => void) => world.after(ms, () => process.isAlive && run()),
    };
    const house: House = { config, clock, log, store, thinkers: openThinkers(config, clock, log) };
    const process: Process = { tables: openTables(house, null), store, isAlive: true };
    Object.assign(process, { weather: own });
    process.tables.openRecent(50).catch(() => {});
    return process;
  };
  const weatherNow = (): DiskWeather => (server as unknown as { weather: DiskWeather }).weather;

  let server = start();
  /** Finishes whatever has to be written for something to be done. */
  const complete = async <T>(task: Promise<T>): Promise<T> => {
    let isDone = false;
    const done = (): void => {
      isDone = true;
    };
    task.then(done, done);
    while (!isDone) {
      await tick();
      if (server.store.pending() > 0) server.store.finishOne();
    }
    return task;
  };
  const human = { US: true, KR: chance.happens(0.5), CN: chance.happens(0.5) };
  const seats = Object.fromEntries(SEATS.map((seat) => [seat, human[seat] ? 'human' : 'bot:random']));
  const request = TableRequest.parse({
    scenario: chance.pick(['tariff-pause-2025', 'chip-council']),
    timeControl: chance.pick(['blitz', 'standard']),
    seats,
    listed: true,
  });
  const planned = planTable(request, false);
  if (isProblem(planned)) throw new Error(planned.code);
  const clients: readonly Client[] = [
    ...SEATS.filter((seat) => human[seat]).map((seat) => newClient(seat, world.now())),
    newClient('spectator', world.now()),
  ];
  // A server beats before it serves anybody.
  await complete(server.store.beat(world.now()));
  const opened = await complete(
    server.tables.create(clients[0]!.guest, planned.options, {
      ...planned.opening,
      seed: `simulated ${seed}`,
    }),
  );
  if (isProblem(opened)) throw new Error(opened.code);
  const { id: table, code } = opened.record;
  const book = bookOf(planned.options.scenario);

  const hear = (client: Client, update: Update): void => {
    const before = update.seq - update.events.length;
    client.missed += Math.max(0, before - client.story.length);
    client.story = [...client.story.slice(0, before), ...update.events];
    client.views.push({ seq: update.seq, name: viewName(update.view) });
    client.latest = update;
  };
  const send = (client: Client, action: Client['outbox'][number]): void => {
    if (client.at === null) return;
    const { host, connection } = client.at;
    host
      .act(connection, action)
      .then(connection.reply)
      .catch(() => {});
  };
  const enter = async (client: Client): Promise<void> => {
    const here = server;
    const host = await here.tables.open(table);
    if (isProblem(host)) return;
    const place = await host.takeSeat(client.guest, client.latest === null ? client.wish : null);
    if (isProblem(place) || !here.isAlive || here.tables.get(table) !== host) return;
    const connection: Connection = {
      guest: client.guest.id,
      since: world.now(),
      acting: () => {},
      attendance: () => {},
      update: (update) => {
        if (client.at?.connection === connection) hear(client, update);
      },
      reply: (reply) => {
        if (client.at?.connection !== connection) return;
        client.replies.push(reply);
        client.outbox = client.outbox.filter(({ id }) => id !== reply.id);
      },
      close: () => {
        if (client.at?.connection === connection) client.at = null;
      },
    };
    client.at = { host, connection };
    host.connect(connection);
    for (const action of client.outbox) send(client, action);
  };
  const come = (client: Client): void => {
    if (client.at !== null || client.isComing) return;
    client.isComing = true;
    enter(client)
      .catch(() => {})
      .finally(() => {
        client.isComing = false;
      });
  };
  const drop = (client: Client): void => {
    const { at } = client;
    client.at = null;
    at?.host.disconnect(at.connection);
  };
  let count = 0;
  const act = (client: Client): void => {
    if (client.at === null || client.latest === null) return;
    const action = chooseAction(book, client.latest.view, chance.next);
    if (action === null) return;
    const letter = { ...action, table: code, id: `life-${String(count++).padStart(6, '0')}` };
    client.outbox = [...client.outbox, letter];
    send(client, letter);
  };
  let crashes = 0;
  let isTorn = false;
  const crash = async (): Promise<void> => {
    crashes += 1;
    const before = disk.entries.get(table)?.length ?? 0;
    const tears = chance.happens(0.1);
    server.isAlive = false;
    server.store.die(tears);
    const left = disk.entries.get(table) ?? [];
    isTorn = left.length > before && left.at(-1)?.hash === '';
    for (const client of clients) Object.assign(client, { at: null, isComing: false });
    await world.advance(chance.pick([100, 1000, MINUTE, 10 * MINUTE]));
    if (chance.happens(0.2)) offset += chance.pick([-5, 5]) * MINUTE;
    restarts.push({ since: world.now() + offset, seq: left.length });
    server = start();
  };
  const pass = async (ms: number): Promise<void> => {
    await world.advance(ms);
    server.store.beat(world.now() + offset).catch(() => {});
  };

  const step = async (): Promise<void> => {
    const roll = chance.next();
    const client = chance.pick(clients);
    if (roll < 0.35) act(client);
    else if (roll < 0.6 && server.store.pending() > 0) server.store.finishOne();
    else if (roll < 0.75) await pass(chance.whole(1, 8000));
    else if (roll < 0.85) come(client);
    else if (roll < 0.89) drop(client);
    else if (roll < 0.92) weatherNow().refuses = chance.pick([0, 0, 0.3, 1]);
    else if (roll < 0.94) await crash();
    await tick();
  };
  const settle = async (): Promise<void> => {
    do {
      while (server.store.pending() > 0) {
        server.store.finishOne();
        await tick();
      }
      await tick();
    } while (server.store.pending() > 0);
  };

  for (const client of clients) come(client);
  await settle();
  for (let i = 0; i < steps && !isTorn; i++) await step();
  // In the end all is well, and the game has to come to its own end.
  weatherNow().refuses = 0;
  await settle();
  const isEnded = (): boolean => server.tables.get(table)?.table.state.phase === 'ended';
  const found = isProblem(await complete(server.tables.open(table))) ? 'broken' : 'open';
  for (let i = 0; i < MOST_STEPS_TO_END && !isEnded() && !isTorn && found === 'open'; i++) {
    for (const client of clients) come(client);
    await pass(5000);
    await settle();
  }
  for (const client of clients) come(client);
  await settle();

  const entries = disk.entries.get(table) ?? [];
  const whole = isTorn ? entries.slice(0, -1) : entries;
  let state = initialState(book);
  let earlyTicks = 0;
  let began = 0;
  for (const { seq: entry, actor, action, at, events } of whole) {
    const isTick = actor === 'system' && (action as { type: string }).type === 'tick';
    const due = state.pause === null ? state.clock.endsAt : state.pause.until;
    if (isTick && due !== null && at < due) earlyTicks += 1;
    // A phase that was under way when the server went away goes on for a while after it is back.
    const isHasty = restarts.some(
      ({ since, seq }) => began <= seq && at < since + LEAST_AFTER_RESTART_MS && at >= since,
    );
    if (isTick && state.pause === null && isHasty) earlyTicks += 1;
    if (events.some(({ kind }) => kind === 'roundBegan' || kind === 'closingBegan')) began = entry;
    state = fold(book, state, events);
  }
  const verdict = judgeLog(
    whole,
    book.scenario.id,
    clients.flatMap((client) =>
      client.wish === 'spectator'
        ? []
        : [
            {
              seat: client.wish,
              replies: client.replies,
              views: client.views,
              story: client.story,
              missed: client.missed,
            },
          ],
    ),
  );
  const endOf = (): SimulatedLife['end'] => {
    if (isTorn) return found === 'broken' && brokenAt(entries) === entries.length ? 'torn' : 'torn unnoticed';
    return isEnded() ? 'ended' : 'stuck';
  };
  return { verdict, end: endOf(), earlyTicks, crashes, steps };
};
