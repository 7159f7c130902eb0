import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newGuest, seatPlayer } from '../../server/cli/load/player.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { factsOf } from '../../server/rooms/factsOf.ts';
import { factsSeal, tableSeal } from '../../server/storage/rows.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { openGame } from '../helpers/game.ts';
import { startProcess } from '../helpers/serverProcess.ts';
import { mustBe, type Soak } from './soak.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const STARTS = 3;
const TALK = 8;
const BOTS = { US: 'random', KR: 'random', CN: 'random' };

/** The code of the n-th table. */
const tableCode = (n: number): string =>
  Array.from({ length: 6 }, (_, i) => LETTERS[Math.floor(n / LETTERS.length ** i) % LETTERS.length]).join('');

/** The log of a game without a clock that has begun. */
const begunLog = (): readonly Entry[] => {
  const { act, table } = openGame({ roundMs: null });
  for (let i = 0; i < TALK; i++)
    act(SEATS[i % SEATS.length]!, { type: 'speak', to: 'all', text: `word ${i}`, pledge: null });
  return table.entries;
};

/** Fills a store with copies of two played games: one that goes on, and one that has ended. */
const fill = async (folder: string, open: number, finished: number): Promise<void> => {
  const store = await openSqliteStore(folder);
  await store.beat(Date.now());
  await store.close();
  const planned = planTable(TableRequest.parse({ timeControl: 'untimed' }), false);
  if (isProblem(planned)) throw new Error(planned.code);
  const { options } = planned;
  const { state, entries } = playGame({ book: bookOf(options.scenario), bots: BOTS, seed: 'boot' });
  const begun = begunLog();
  const database = new DatabaseSync(databaseFile(folder), { timeout: 5000 });
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const [names, values] = [Object.keys(row), Object.values(row)];
    const marks = names.map(() => '?').join();
    database.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${marks})`).run(...values);
  };
  database.exec('BEGIN');
  for (let i = 0; i < open + finished; i++) {
    const isOpen = i < open;
    const phase = isOpen ? ('negotiation' as const) : ('ended' as const);
    const [id, code] = [`table-${i}`, tableCode(i)];
    const facts = JSON.stringify(factsOf({ code, created: i, options }, { ...state, phase }, null));
    const log = isOpen ? begun : entries;
    const kept = { id, code, creator: 'nobody', created: i, options: JSON.stringify(options) };
    insert('tables', {
      ...kept,
      status: isOpen ? 'open' : 'ended',
      facts,
      changed: i,
      last_seq: log.length,
      last_hash: log.at(-1)?.hash ?? '',
      seal: tableSeal(kept),
      facts_seal: factsSeal(id, facts),
    });
    for (const entry of log) {
      const { seq, at, actor, hash } = entry;
      const [action, events] = [JSON.stringify(entry.action), JSON.stringify(entry.events)];
      insert('entries', { table_id: id, seq, at, actor, id: entry.id, action, events, hash });
    }
  }
  database.exec('COMMIT');
  database.close();
};

/** How long starts took, the median, in ms; and how long somebody then waited for a table that was not yet open. */
const boot = async (
  folder: string,
  open: number,
): Promise<{ readonly ms: number; readonly late: number }> => {
  const times: number[] = [];
  let late = 0;
  for (let i = 0; i < STARTS; i++) {
    const began = performance.now();
    const server = await startProcess({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder });
    times.push(performance.now() - began);
    const guest = await newGuest(server.url, 'Watcher');
    const asked = performance.now();
    await new Promise<void>((resolve) => {
      // The table that changed longest ago is opened last.
      const player = seatPlayer({
        origin: server.url,
        guest,
        code: tableCode(0),
        wish: 'spectator',
        ears: {
          update: () => {
            player.connection.leave();
            resolve();
          },
        },
      });
    });
    late = performance.now() - asked;
    mustBe('exit code', (await server.stop('SIGTERM')).code, 0);
  }
  mustBe('tables', open > 0, true);
  return { ms: times.sort((a, b) => a - b)[1] ?? Number.NaN, late };
};

/** R3: how long a server takes to be back, with few and many tables, and after many that have ended. */
export const boots: Soak = async ({ folder, plan: { finished }, show, progress }) => {
  const timed = async (open: number, ended: number) => {
    const place = join(folder, `${open}-${ended}`);
    await fill(place, open, ended);
    progress(`starting with ${open} open tables and ${ended} that have ended`);
    return boot(place, open);
  };
  const few = await timed(50, 0);
  const many = await timed(500, 0);
  const history = await timed(50, finished);
  show({ what: 'start with 50 open tables', value: few.ms, unit: 'ms', target: 2000 });
  show({ what: 'start with 500 open tables', value: many.ms, unit: 'ms', target: 5000 });
  show({ what: 'then, the last of them opened for a guest', value: many.late, unit: 'ms', target: 2000 });
  show({ what: `start with 50 open, ${finished} ended`, value: history.ms, unit: 'ms', target: 2000 });
  show({ what: 'slower by that', value: 100 * (history.ms / few.ms - 1), unit: '%', target: 10 });
};
