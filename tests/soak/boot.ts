import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newGuest, seatPlayer } from '../../server/cli/load/player.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { factsOf } from '../../server/rooms/factsOf.ts';
import { databaseFile, openSqliteStore } from '../../server/storage/sqlite.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { startProcess } from '../helpers/serverProcess.ts';
import { mustBe, type Soak } from './soak.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const STARTS = 3;
const OPEN_ENTRIES = 60;
const BOTS = { US: 'random', KR: 'random', CN: 'random' };

/** The code of the n-th table. */
const tableCode = (n: number): string =>
  Array.from({ length: 6 }, (_, i) => LETTERS[Math.floor(n / LETTERS.length ** i) % LETTERS.length]).join('');

/** Fills a store with copies of one played game: some cut off in the middle and open, some whole and ended. */
const fill = async (folder: string, open: number, finished: number): Promise<void> => {
  const store = await openSqliteStore(folder);
  await store.beat(Date.now());
  await store.close();
  const planned = planTable(TableRequest.parse({ timeControl: 'untimed', scenario: 'chip-council' }), false);
  if (isProblem(planned)) throw new Error(planned.code);
  const { options } = planned;
  const { state, entries } = playGame({ book: bookOf(options.scenario), bots: BOTS, seed: 'boot' });
  const database = new DatabaseSync(databaseFile(folder));
  const addTable = database.prepare('INSERT INTO tables VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const addEntry = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let i = 0; i < open + finished; i++) {
    const isOpen = i < open;
    const code = tableCode(i);
    const phase = isOpen ? ('negotiation' as const) : ('ended' as const);
    const facts = factsOf({ code, created: i, options }, { ...state, phase }, null);
    const id = `table-${i}`;
    addTable.run(
      id,
      code,
      'nobody',
      i,
      JSON.stringify(options),
      isOpen ? 'open' : 'ended',
      JSON.stringify(facts),
      i,
    );
    for (const { seq, at, actor, id: action, action: payload, events, hash } of isOpen
      ? entries.slice(0, OPEN_ENTRIES)
      : entries)
      addEntry.run(id, seq, at, actor, action, JSON.stringify(payload), JSON.stringify(events), hash);
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
