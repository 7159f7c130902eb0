import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { effect } from '@preact/signals';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Connection, LinkState } from '../../client/connection/connection.ts';
import { ask, type Place, type ServerRefusal } from '../../client/connection/http.ts';
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

  test('a socket that is never answered is given up, and the place is asked for again', async () => {
    const mute = createServer((socket) => void socket.on('error', () => {}));
    await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
    const knocked = new Promise((resolve) => mute.once('connection', resolve));
    let places = 0;
    let askAgain = (): void => {};
    const askedAgain = new Promise<void>((resolve) => {
      askAgain = resolve;
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const connection = connectRemote(
      {
        origin: `http://127.0.0.1:${(mute.address() as AddressInfo).port}`,
        takePlace: async () => {
          places += 1;
          if (places === 2) askAgain();
          return { code: 'AAAAAA', since: 0, reservation: { roomId: 'r', sessionId: 's' } } as Place;
        },
        shelf: { read: () => null, write: () => {} },
      },
      { update: () => {}, lateReply: () => {}, dropped: () => {} },
    );
    await knocked;
    expect([connection.state.value, places]).toEqual(['connecting', 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    await askedAgain;
    connection.leave();
    mute.close();
  });
});

describe('a question to the server', () => {
  const answer = (text: string, status = 200) =>
    vi.stubGlobal('fetch', async () => new Response(text, { status }));
  const refusal = () => ask('GET', '/api/me').catch(({ code }: ServerRefusal) => code);
  afterEach(() => void vi.unstubAllGlobals());

  test('ends when nothing is heard any more', async () => {
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    onTestFinished(() => timeout.mockRestore());
    vi.stubGlobal(
      'fetch',
      (_path: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const asked = refusal();
    patience.abort();
    expect(await asked).toBe('network');
    expect(timeout.mock.calls[0]![0]).toBeLessThanOrEqual(60_000);
  });

  test('is not answered by what is torn, nor by a page that somebody on the way puts there', async () => {
    answer('{"name": "An');
    expect(await refusal()).toBe('network');
    answer('<html>Please log in to the school network</html>');
    expect(await refusal()).toBe('network');
    answer('<html>Bad gateway</html>', 502);
    expect(await refusal()).toBe('unknown');
    answer('{"error": {"code": "guest.unknown"}}', 401);
    expect(await refusal()).toBe('guest.unknown');
    answer('{"name": "Ann"}');
    expect(await ask('GET', '/api/me')).toEqual({ name: 'Ann' });
  });
});
