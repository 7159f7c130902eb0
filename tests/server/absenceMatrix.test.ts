import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import type { Event } from '../../shared/engine/events.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer, untilAway } from '../helpers/serverUnderTest.ts';

const ROUND_MS = 60_000;
const GRACE_MS = ROUND_MS / 4;
const LOBBY_GRACE_MS = 120_000;
const LATEST_MS = 2000;

let server: ServerUnderTest;
let guests: readonly TestGuest[];
beforeAll(async () => {
  server = await startServer();
  guests = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => newGuest(server.api, name)));
});
afterAll(() => server.close());

type Line = {
  readonly at: number;
  readonly actor: string;
  readonly id: string | null;
  readonly events: readonly Event[];
};

/** The log of a table as it is stored. */
const logOf = (id: string): readonly Line[] => {
  const database = new DatabaseSync(databaseFile(server.folder), { readOnly: true });
  const rows = database
    .prepare('SELECT at, actor, id, events FROM entries WHERE table_id = ? ORDER BY seq')
    .all(id);
  database.close();
  return rows.map((row) => ({ ...row, events: JSON.parse(String(row.events)) })) as unknown as Line[];
};

type Table = { readonly code: string; readonly id: string; readonly players: readonly Player[] };

const openTable = async (people: number): Promise<Table> => {
  const body = { timeControl: 'blitz' };
  const { code, id } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body;
  const players: Player[] = [];
  for (const [i, guest] of guests.slice(0, people).entries())
    players.push(await sit(server.url, guest, code, SEATS[i]));
  return { code, id, players };
};

const inPhase = async ({ players }: Table, phase: string): Promise<void> => {
  for (const player of players) await player.until(() => player.view().phase === phase);
};
const ready = async (players: readonly Player[]): Promise<void> => {
  for (const player of players) await player.act({ type: 'ready', ready: true });
};

/** Brings a fresh table of three to a phase. */
const PHASES: Readonly<Record<string, (table: Table) => Promise<void>>> = {
  'in negotiation': async () => {},
  'when ready': ({ players }) => ready(players.slice(0, 1)),
  'in closing': async (table) => {
    await ready(table.players);
    await inPhase(table, 'closing');
  },
  'in a pause': async ({ players }) => {
    await players[1]!.act({ type: 'pause' });
  },
  'in the last round': async (table) => {
    const last = table.players[0]!;
    for (let round = 1; round < 6; round++) {
      await ready(table.players);
      await inPhase(table, 'closing');
      await server.clock.advance(10_000);
      await last.until(() => last.view().round === round + 1);
      await inPhase(table, 'negotiation');
    }
  },
};

/** When and how often somebody goes; the one who goes last is the one who counts. */
const MOMENTS: Readonly<Record<string, (table: Table, leave: () => Promise<void>) => Promise<void>>> = {
  'at once': (_, leave) => leave(),
  'after a while': async (_, leave) => {
    await server.clock.advance(3000);
    await leave();
  },
  'for the second time, back just in time the first': async (table, leave) => {
    await leave();
    await server.clock.advance(GRACE_MS - 1);
    (table.players as Player[])[0] = await sit(server.url, guests[0]!, table.code);
    await leave();
  },
};

const cases = Object.keys(PHASES).flatMap((phase) =>
  Object.keys(MOMENTS).map((moment) => [phase, moment] as const),
);

const standInIn = ({ events }: Line): string | null | undefined =>
  events.flatMap((event) =>
    event.kind === 'occupantChanged' && event.seat === 'US' && event.occupant.kind === 'person'
      ? [event.occupant.standIn]
      : [],
  )[0];

test.each(cases)(
  'R24: who leaves %s, %s, has a stand-in when the grace is over, and plays again from the first decision after the return',
  async (phase, moment) => {
    const table = await openTable(3);
    await inPhase(table, 'negotiation');
    await PHASES[phase]!(table);
    const leave = async (): Promise<void> => {
      await table.players[0]!.leave();
      await untilAway(server, table.code, 'US');
    };
    await MOMENTS[moment]!(table, leave);
    const left = server.clock.now();
    await server.clock.advance(GRACE_MS + LATEST_MS);
    const other = table.players[1]!;
    const standsIn = (): boolean => {
      const occupant = other.view().occupants.US;
      return occupant.kind === 'person' && occupant.standIn !== null;
    };
    await other.until(standsIn);
    await server.clock.advance(3000);
    const back = await sit(server.url, guests[0]!, table.code);
    await other.until(() => !standsIn());
    const spoken = await back.act({ type: 'speak', to: 'all', text: 'back', pledge: null });
    await server.clock.advance(3000);
    for (const player of [back, ...table.players.slice(1)]) await player.leave();

    const log = logOf(table.id);
    const begun = log.findLastIndex((line) => typeof standInIn(line) === 'string');
    const ended = log.findLastIndex((line) => standInIn(line) === null);
    expect(log.filter((line) => typeof standInIn(line) === 'string')).toHaveLength(1);
    expect(log[begun]!.at - left).toBe(GRACE_MS);
    expect(ended).toBeGreaterThan(begun);
    // The record says who acted for the seat at each moment: people's ids are their own.
    for (const [i, { actor, id }] of log.entries()) {
      if (actor !== 'US') continue;
      expect(id?.startsWith('test-'), `entry ${i}`).toBe(i < begun || i > ended);
    }
    const playedBy = log.slice(begun, ended).filter(({ actor }) => actor === 'US');
    if (phase === 'in negotiation') expect(playedBy.length).toBeGreaterThan(0);
    if (spoken.ok) expect(log.findLastIndex(({ id }) => id === spoken.id)).toBeGreaterThan(ended);
    else expect(spoken.refusal.code).toMatch(/^game\./);
  },
);

test.each([
  ['before the start', 2, LOBBY_GRACE_MS],
  ['after the end', 3, null],
] as const)('R24: who leaves %s has no stand-in', async (_, people, freed) => {
  const table = await openTable(people);
  if (freed === null) {
    await PHASES['in the last round']!(table);
    await ready(table.players);
    await inPhase(table, 'closing');
    await server.clock.advance(10_000);
    await inPhase(table, 'ended');
  }
  await table.players[0]!.leave();
  await untilAway(server, table.code, 'US' satisfies Seat);
  const left = server.clock.now();
  await server.clock.advance(LOBBY_GRACE_MS + LATEST_MS);
  const log = logOf(table.id);
  expect(log.filter((line) => typeof standInIn(line) === 'string')).toEqual([]);
  const gone = log.find(({ events }) =>
    events.some(
      (event) => event.kind === 'occupantChanged' && event.seat === 'US' && event.occupant.kind === 'vacant',
    ),
  );
  expect(gone === undefined ? null : gone.at - left).toBe(freed);
  for (const player of table.players.slice(1)) await player.leave();
});
