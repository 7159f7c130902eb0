import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { requestListener } from '../../server/http/requestListener.ts';
import { openLog } from '../../server/log.ts';
import { type Connection, FAILED, gatherAudience } from '../../server/rooms/audience.ts';
import type { Update } from '../../shared/protocol.ts';
import { SEATS, type Viewer } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import { openGame } from '../helpers/game.ts';
import { manualClock } from '../helpers/manualClock.ts';

const log = openLog('silent');

/** An audience of four: the three who sit, and one who watches. `broken`: viewers for whom nothing can be projected. */
const gathered = () => {
  const { table } = openGame({ started: false });
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
  const join = (guest: string, send?: () => void) => {
    const updates: Update[] = [];
    const closed: number[] = [];
    const connection: Connection = {
      guest,
      update: (update) => {
        send?.();
        updates.push(update);
      },
      reply: () => {},
      close: (code) => closed.push(code),
    };
    audience.add(connection);
    return { updates, closed };
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
  audience.recall();
  expect([cn.closed, audience.count()]).toEqual([[FAILED], 0]);
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
