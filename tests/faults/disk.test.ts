import { afterAll, expect } from 'vitest';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { brokenAt } from '../../shared/engine/log.ts';
import { apiOf, newGuest, newId, type Player, sit } from '../helpers/players.ts';
import { figure } from './figure.ts';
import { lockDatabase, type SmallDisk, smallDisk } from './nemesis/disk.ts';
import { endSupervised, superviseOn } from './nemesis/supervised.ts';

const disks: SmallDisk[] = [];
afterAll(() => {
  endSupervised();
  for (const disk of disks) disk.close();
});

const newDisk = (kind?: SmallDisk['kind']): SmallDisk => {
  const disk = smallDisk(kind);
  disks.push(disk);
  return disk;
};

const MOST_TRIES = 300;
const isUnavailable = (reply: Awaited<ReturnType<Player['act']>>): boolean =>
  !reply.ok && reply.refusal.code === 'unavailable';

/** Declares and takes back readiness, which is always allowed, until the store takes no more: the action that was refused. */
const actUntilRefused = async (player: Player): Promise<object & { type: string; id: string }> => {
  for (let i = 0; i < MOST_TRIES; i++) {
    const action = { type: 'ready', ready: player.view().own?.ready !== true, id: newId() };
    const before = player.updates.length;
    const reply = await player.act(action);
    if (isUnavailable(reply)) {
      expect(player.updates.length).toBe(before);
      return action;
    }
    expect(reply.ok).toBe(true);
  }
  throw new Error('the store never failed');
};

type Trouble = { readonly begin: (pid: number) => void; readonly end: (pid: number) => void };

/** The store fails in mid-game and recovers; the server goes on through all of it. */
const endure = async (folder: string, trouble: Trouble): Promise<number> => {
  const server = await superviseOn({ DATA_DIR: folder });
  await server.listening(1);
  const api = apiOf(server.url);
  const ann = await newGuest(api, 'Ann');
  const body = { timeControl: 'untimed', seats: { KR: 'bot:random', CN: 'human' } };
  const { code, id: table } = (await api('POST', '/api/tables', { token: ann.token, body })).body;
  const player = await sit(server.url, ann, code, 'US');
  const cy = await sit(server.url, await newGuest(api, 'Cy'), code, 'CN');
  await player.until(() => player.view().round === 1);
  trouble.begin(server.pid());
  const refused = await actUntilRefused(player);
  const { status, body: answer } = await api('POST', '/api/guests', { body: { name: 'Bo' } });
  expect([status, answer.error?.code]).toEqual([503, 'unavailable']);
  expect((await api('GET', `/api/tables/${code}`)).status).toBe(200);
  trouble.end(server.pid());
  const began = performance.now();
  let reply = await player.act(refused);
  while (isUnavailable(reply)) reply = await player.act(refused);
  const ms = performance.now() - began;
  expect(reply).toEqual({ id: refused.id, ok: true });
  // The other seat is told what it may know, over the connection that it always had.
  const text = 'still here';
  expect((await cy.act({ type: 'speak', to: 'all', text, pledge: null })).ok).toBe(true);
  // On a slow machine the bot has spoken as well by now.
  await player.until(() => player.eventsOf('messageSpoken').some((spoken) => spoken.text === text));
  await player.leave();
  await cy.leave();
  expect(server.starts()).toBe(1);
  expect((await server.stop()).code).toBe(0);
  const store = await openSqliteStore(folder);
  const entries = await store.entriesOf(table);
  await store.close();
  expect(brokenAt(entries)).toBeNull();
  expect(entries.filter((entry) => entry.id === refused.id)).toHaveLength(1);
  return ms;
};

const SOON = { what: 'answers again after recovery', unit: 'ms', target: 1000 } as const;

figure(
  'R20',
  'a full disk: refused as unavailable, nothing changed, then it goes on',
  { ci: 1, full: 2 },
  async (trial) => {
    const kinds = trial.size === 1 ? [undefined] : (['tmpfs', 'limit'] as const);
    for (const kind of kinds) {
      const disk = newDisk(kind);
      const value = await endure(disk.folder, { begin: disk.fill, end: disk.clear });
      trial.show({ ...SOON, what: `${SOON.what} (${disk.kind})`, value });
    }
  },
);

figure('R20', 'another writer holds the database: the same', { ci: 1, full: 1 }, async (trial) => {
  const { folder } = newDisk('limit');
  let lock = { release: () => {} };
  const value = await endure(folder, {
    begin: () => {
      lock = lockDatabase(folder);
    },
    end: () => lock.release(),
  });
  trial.show({ ...SOON, value });
});
