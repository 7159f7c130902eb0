import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { effect } from '@preact/signals';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Connection, LinkState } from '../../client/connection/connection.ts';
import type { Place } from '../../client/connection/http.ts';
import { feelPulse } from '../../client/connection/pulse.ts';
import { connectRemote } from '../../client/connection/remote.ts';
import type { Update } from '../../shared/protocol.ts';
import { newGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

describe('the pulse of a line', () => {
  const feel = (answers: boolean) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let givenUp = 0;
    const { pulse, stop } = feelPulse(
      (echo) => {
        if (answers) echo(12);
      },
      () => {
        givenUp += 1;
      },
    );
    vi.advanceTimersByTime(11_000);
    stop();
    return { givenUp, latency: pulse.latency.value, isDown: pulse.downSince.value !== null };
  };

  test('while echoes come back nothing is given up', () =>
    expect(feel(true)).toEqual({ givenUp: 0, latency: 12, isDown: false }));

  test('a socket that stays open and mute is shown as down, and given up once', () =>
    expect(feel(false)).toEqual({ givenUp: 1, latency: null, isDown: true }));
});

const BAD_GATEWAY = 'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

/** A proxy in front of a server; once that is gone, it answers for it with 502. */
const openProxy = async (port: number) => {
  const sockets = new Set<Socket>();
  let isGone = false;
  const proxy = createServer((socket) => {
    socket.on('error', () => {});
    if (isGone) return void socket.end(BAD_GATEWAY);
    const behind = connect(port, '127.0.0.1');
    behind.on('error', () => socket.destroy());
    socket.on('close', () => behind.destroy());
    socket.pipe(behind).pipe(socket);
    sockets.add(socket);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    lose: () => {
      isGone = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () => proxy.close(),
  };
};

const until = (connection: Connection, state: LinkState): Promise<void> =>
  new Promise((reached) => {
    const stop = effect(() => {
      if (connection.state.value !== state) return;
      queueMicrotask(() => stop());
      reached();
    });
  });

describe('the line to a table', () => {
  let server: ServerUnderTest;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  test('when the server that it had is gone, it asks for its place again instead of knocking there for minutes', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const seats = { KR: 'bot:random', CN: 'bot:random' };
    const { token } = guest;
    const { code } = (await server.api('POST', '/api/tables', { token, body: { seats } })).body;
    const proxy = await openProxy(Number(new URL(server.url).port));
    const origins = [proxy.url, server.url];
    let places = 0;
    const updates: Update[] = [];
    const connection = connectRemote(
      {
        get origin() {
          return origins[places - 1]!;
        },
        takePlace: async () => {
          const { body } = await server.api('POST', `/api/tables/${code}/seat`, { token, body: {} });
          places += 1;
          return body as Place;
        },
        shelf: { read: () => null, write: () => {} },
      },
      { update: (update) => void updates.push(update), lateReply: () => {}, dropped: () => {} },
    );
    await until(connection, 'live');
    expect(places).toBe(1);
    proxy.lose();
    await until(connection, 'reconnecting');
    await until(connection, 'live');
    expect(places).toBe(2);
    expect(updates.at(-1)!.view.own?.seat).toBe('US');
    expect(await connection.act({ type: 'ready', ready: true, id: 'still-here-1' } as never)).toMatchObject({
      ok: true,
    });
    connection.leave();
    proxy.close();
  });
});
