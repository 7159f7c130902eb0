import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { requestListener } from '../../server/http/requestListener.ts';
import { socketGate } from '../../server/http/socketGate.ts';
import { openLog } from '../../server/log.ts';
import { gatherAudience } from '../../server/rooms/audience.ts';
import { type Connection, FAILED, SUPERSEDED } from '../../server/rooms/connection.ts';
import type { Setup } from '../../shared/engine/state.ts';
import type { Attendance, Update } from '../../shared/protocol.ts';
import { SEATS, type Viewer } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import { openGame } from '../helpers/game.ts';
import { manualClock } from '../helpers/manualClock.ts';

const log = openLog('silent');

/** An audience of four: the three who sit, and one who watches. `broken`: viewers for whom nothing can be projected. */
const gathered = (setup: Partial<Setup> = {}) => {
  const { table } = openGame({ started: false, setup });
  for (const seat of SEATS) {
    const occupant = { kind: 'person', name: seat, standIn: null };
    table.submit('system', { type: 'occupy', seat, occupant, holder: `guest-${seat}` }, 0);
  }
  table.submit('system', { type: 'start' }, 0);
  const broken = new Set<Viewer>();
  const spoil = (viewer: Viewer): void => {
    if (broken.has(viewer)) throw new Error('a defect');
  };
  const spoilt = {
    ...table,
    get state() {
      return table.state;
    },
    updateFor: (...parameters: Parameters<Table['updateFor']>) => {
      spoil(parameters[0]);
      return table.updateFor(...parameters);
    },
    welcome: (viewer: Viewer, now: number) => {
      spoil(viewer);
      return table.welcome(viewer, now);
    },
  };
  const audience = gatherAudience(spoilt, manualClock(), log);
  const join = (guest: string, send?: () => void, since = 0) => {
    const updates: Update[] = [];
    const acting: boolean[] = [];
    const attendances: Attendance[] = [];
    const closed: number[] = [];
    const connection: Connection = {
      guest,
      since,
      update: (update) => {
        send?.();
        updates.push(update);
      },
      reply: () => {},
      acting: ({ acts }) => acting.push(acts),
      attendance: (attendance) => attendances.push(attendance),
      close: (code) => closed.push(code),
    };
    audience.add(connection);
    const leave = (): void => audience.remove(connection);
    return { updates, closed, acting, attendances, leave, acts: () => audience.acts(connection) };
  };
  const speak = () => {
    const id = `speech-${table.entries.length}`;
    const { entry } = table.submit('US', { type: 'speak', to: 'all', text: 'hello', pledge: null, id }, 0);
    audience.publish([entry!]);
  };
  return { audience, broken, join, speak };
};

test('a projection that fails costs its viewer the line, and nobody else anything', () => {
  const { audience, broken, join, speak } = gathered();
  const [us, kr, cn, watcher] = [join('guest-US'), join('guest-KR'), join('guest-CN'), join('anybody')];
  broken.add('KR');
  speak();
  expect([us, kr, cn, watcher].map(({ updates }) => updates.length)).toEqual([2, 1, 2, 2]);
  expect([us, kr, cn, watcher].map(({ closed }) => closed)).toEqual([[], [FAILED], [], []]);
  expect([audience.isPresent('KR'), audience.count()]).toEqual([false, 3]);
  broken.clear();
  const back = join('guest-KR');
  expect(back.updates[0]?.events.at(-1)).toMatchObject({ kind: 'messageSpoken', text: 'hello' });
});

test('a socket that fails costs itself only, also when it comes in', () => {
  const { audience, join, speak } = gathered();
  let sent = 0;
  const kr = join('guest-KR', () => {
    sent += 1;
    if (sent > 1) throw new Error('a defect');
  });
  const never = join('anybody', () => {
    throw new Error('a defect');
  });
  expect(never.closed).toEqual([FAILED]);
  const cn = join('guest-CN');
  speak();
  expect([kr.closed, cn.updates.length, audience.count()]).toEqual([[FAILED], 2, 1]);
  audience.dismiss(FAILED);
  expect([cn.closed, audience.count()]).toEqual([[FAILED], 0]);
});

test('of several tabs of a guest the one that a person opened last acts, in whatever order they come and go', () => {
  const { join } = gathered();
  const second = join('guest-US', undefined, 20);
  const first = join('guest-US', undefined, 10);
  const third = join('guest-US', undefined, 30);
  join('guest-KR', undefined, 40);
  expect([first, second, third].map(({ acting }) => acting.at(-1))).toEqual([false, false, true]);
  third.leave();
  // What the tab sent before it went is still taken, though the one before it acts now.
  expect([first, second, third].map(({ acts }) => acts())).toEqual([false, true, true]);
  expect(second.acting.at(-1)).toBe(true);
  const back = join('guest-US', undefined, 30);
  expect([second.acting.at(-1), back.acting.at(-1)]).toEqual([false, true]);
  // The oldest of four is closed, even when it is the one that comes.
  first.leave();
  join('guest-US', undefined, 40);
  const late = join('guest-US', undefined, 5);
  expect([late.closed, late.updates.length, second.closed]).toEqual([[SUPERSEDED], 0, []]);
});

test('a tab that acts and can not be told something makes way for the one before it', () => {
  const { join, speak } = gathered();
  const before = join('guest-US', undefined, 10);
  let isBroken = false;
  join(
    'guest-US',
    () => {
      if (isBroken) throw new Error('a defect');
    },
    20,
  );
  expect(before.acting.at(-1)).toBe(false);
  isBroken = true;
  speak();
  expect(before.acting.at(-1)).toBe(true);
});

test('spectators who are a round behind learn who is here, and not whose move it is', () => {
  const told = (setup: Partial<Setup>) => {
    const { audience, join } = gathered(setup);
    const [us, watcher] = [join('guest-US'), join('anybody')];
    const attend = (KR: 'connected' | 'idle' | 'gone') =>
      audience.attend(() => ({ seats: { US: 'connected', KR, CN: null }, answerBy: null }));
    for (const presence of ['connected', 'idle', 'gone'] as const) attend(presence);
    return [us, watcher].map(({ attendances }) => attendances.map(({ seats }) => seats.KR));
  };
  expect(told({})).toEqual([
    ['connected', 'idle', 'gone'],
    ['connected', 'idle', 'gone'],
  ]);
  expect(told({ spectatorDelay: 1 })).toEqual([
    ['connected', 'idle', 'gone'],
    ['connected', 'gone'],
  ]);
});

test('an application that throws costs one request', async () => {
  const listener = requestListener(({ url }, response) => {
    if (url === '/bad') throw new Error('a defect');
    response.end('fine');
  }, log);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bad = await fetch(`${url}/bad`);
  expect([bad.status, await bad.json()]).toEqual([500, { error: { code: 'server.failed', params: {} } }]);
  expect(await (await fetch(`${url}/good`)).text()).toBe('fine');
  await new Promise((resolve) => server.close(resolve));
});

test('a gate that throws costs one socket', () => {
  const config = readConfig({});
  if ('problems' in config) throw new Error('no configuration');
  const gate = socketGate(
    () => {
      throw new Error('a defect');
    },
    config,
    log,
  );
  const written: string[] = [];
  const request = { url: '/process/room?sessionId=a', socket: { end: (text: string) => written.push(text) } };
  expect(gate(request as never)).toBe(false);
  expect(written).toEqual([expect.stringContaining('500')]);
});

test('of many requests that come at once a few are begun a turn, in order, and none of those who have gone', async () => {
  const begun: number[] = [];
  const listener = requestListener((request) => begun.push(Number(request.url)), log);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const ask = (url: number, destroyed = false): void =>
    listener({ url: String(url), socket: { destroyed } } as never, {} as never);
  for (let i = 0; i < 20; i++) ask(i, i === 3);
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([0, 1, 2, 4, 5, 6, 7, 8]);
  while (begun.length < 19) await turn();
  ask(20);
  await turn();
  expect(begun.slice(8)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  // However many there are, an eighth of them is done in a turn.
  for (let i = 0; i < 800; i++) ask(i);
  begun.length = 0;
  await turn();
  expect(begun).toHaveLength(100);
});
